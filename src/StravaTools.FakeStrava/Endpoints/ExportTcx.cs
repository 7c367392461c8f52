using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /activities/{id}/export_tcx: "A reference TCX file can be obtained for any of your own activities from the Strava website"
/// (strava-uploads.md, "TCX"). The website requires a login; here the access token replaces it.
/// </summary>
internal static class ExportTcx
{
    public static async Task HandleAsync(HttpContext http, World world)
    {
        var (parameters, error) = await RequestParameters.ReadOrRejectAsync(http.Request);
        var token = AccessTokenReader.ReadToken(http.Request, parameters);
        var response = error ?? Export(http, world, world.Tokens.FindGrant(token)?.Athlete);
        await response.WriteAsync(http);
    }

    private static Response Export(HttpContext http, World world, FakeAthlete? athlete)
    {
        if (athlete is null)
        {
            return ApiPipeline.Unauthorized();
        }

        var activity = RouteValues.ReadId(http) is { } id ? world.FindActivity(id) : null;
        if (activity?.Athlete.Id != athlete.Id || activity.Recording is not { } recording)
        {
            return Response.NotFound("Activity");
        }

        try
        {
            using var bytes = new MemoryStream();
            ActivityWriter.Write(bytes, ActivityFileFormat.Tcx, recording);
            return new Response(StatusCodes.Status200OK, "application/vnd.garmin.tcx+xml", bytes.ToArray());
        }
        catch (ActivityWriteException)
        {
            // TCX cannot represent strength workouts.
            return Response.NotFound("Activity");
        }
    }
}
