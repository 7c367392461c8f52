using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/routes/{id}/streams (swagger, StreamSet): distance, positions, and altitudes.</summary>
internal static class GetRouteStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (RouteAccess.FindVisible(request) is not { } route)
        {
            return Response.NotFound("Route");
        }

        var streams = PlannedStreams.OfRoute(route);
        if (streams.Count == 0)
        {
            return Response.ResourceNotFound();
        }

        return StreamResponses.Respond(request, streams, StreamResponses.PlannedKeys);
    }
}
