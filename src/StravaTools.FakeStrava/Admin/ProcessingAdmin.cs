using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/processing: when uploads are processed.</summary>
internal static class ProcessingAdmin
{
    public static Response ShowProcessing(World world) => AdminJson.RespondOk(new ProcessingJson(world.Processing));

    public static async Task<Response> PutAsync(HttpContext http, World world)
    {
        var (change, error) = await AdminJson.ReadAsync<ProcessingJson>(http);
        if (error is not null)
        {
            return error;
        }

        world.Processing = change!.Uploads;
        return ShowProcessing(world);
    }
}
