using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id}/streams?keys=... (swagger) and /streams/{types}, its older form.</summary>
internal static class GetStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        // "Streams of a manual activity: 404" (field-notes.md, 3.3)
        if (activity.Recording is not { Streams.Count: > 0 } recording)
        {
            return Response.ResourceNotFound();
        }

        return StreamResponses.Respond(request, recording.Streams, StreamSet.Keys);
    }
}
