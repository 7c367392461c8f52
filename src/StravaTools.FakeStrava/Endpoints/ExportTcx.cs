using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /activities/{id}/export_tcx: "A reference TCX file can be obtained for any of your own activities from the Strava website" (strava-uploads.md,
/// "TCX"). On the website the athlete is logged in; here the access token takes the place of that.
/// </summary>
internal static class ExportTcx
{
    public static async Task HandleAsync(HttpContext http, World world)
    {
        var (parameters, error) = await ApiPipeline.ReadAsync(http.Request);
        var athlete = world.Tokens.FindGrant(ApiRequest.TokenOf(http.Request, parameters))?.Athlete;
        var answer = error ?? (athlete is null ? ApiPipeline.Unauthorized() : Export(http, world, athlete));
        await answer.WriteAsync(http);
    }

    private static Response Export(HttpContext http, World world, FakeAthlete athlete)
    {
        var activity = ApiRequest.ReadRouteId(http) is { } id ? world.FindActivity(id) : null;
        if (activity?.Athlete.Id != athlete.Id || activity.Recording is not { } file)
        {
            return Response.NotFound("Activity");
        }

        try
        {
            using var bytes = new MemoryStream();
            ActivityWriter.Write(bytes, ActivityFileFormat.Tcx, file);
            return new Response(StatusCodes.Status200OK, "application/vnd.garmin.tcx+xml", bytes.ToArray());
        }
        catch (ActivityWriteException)
        {
            // Strength workouts and the like: TCX has no place for what they are made of.
            return Response.NotFound("Activity");
        }
    }
}
