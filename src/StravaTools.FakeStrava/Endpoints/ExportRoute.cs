using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/routes/{id}/export_gpx and export_tcx (swagger).</summary>
internal static class ExportRoute
{
    public static Response HandleGpx(ApiRequest request) => Export(request, "application/gpx+xml", RouteFiles.WriteGpx);

    public static Response HandleTcx(ApiRequest request) => Export(request, "application/vnd.garmin.tcx+xml", RouteFiles.WriteTcx);

    private static Response Export(ApiRequest request, string contentType, Action<Stream, FakeRoute, ActivityStreams> write)
    {
        if (RouteAccess.FindVisible(request) is not { } route)
        {
            return Response.NotFound("Route");
        }

        using var bytes = new MemoryStream();
        write(bytes, route, PlannedStreams.OfRoute(route));
        return new Response(StatusCodes.Status200OK, contentType, bytes.ToArray());
    }
}
