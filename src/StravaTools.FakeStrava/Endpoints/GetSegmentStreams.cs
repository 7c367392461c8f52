using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/{id}/streams (swagger, StreamSet): distance, positions, and altitudes.</summary>
internal static class GetSegmentStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.FindSegment(request.Id) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        var streams = PlannedStreams.OfSegment(segment);
        if (streams.Count == 0)
        {
            return Response.ResourceNotFound();
        }

        return StreamResponses.Respond(request, streams, StreamResponses.PlannedKeys);
    }
}
