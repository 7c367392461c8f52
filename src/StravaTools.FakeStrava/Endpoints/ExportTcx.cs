using StravaTools.Activities;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /activities/{id}/export_tcx: "A reference TCX file can be obtained for any of your own activities from the Strava website" (strava-uploads.md,
/// "TCX"). The fake's website knows no login, so it is anybody's.
/// </summary>
internal static class ExportTcx
{
    public static Answer Handle(HttpContext http, World world)
    {
        if (ApiRequest.IdOf(http) is not { } id || world.FindActivity(id)?.Recording is not { } file)
        {
            return Answer.NotFound("Activity");
        }

        try
        {
            using var bytes = new MemoryStream();
            ActivityWriter.Write(bytes, ActivityFileFormat.Tcx, file);
            return new Answer(StatusCodes.Status200OK, "application/vnd.garmin.tcx+xml", bytes.ToArray());
        }
        catch (ActivityWriteException)
        {
            // Strength workouts and the like: TCX has no place for what they are made of.
            return Answer.NotFound("Activity");
        }
    }
}
