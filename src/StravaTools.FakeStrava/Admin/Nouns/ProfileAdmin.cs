using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>/__admin/strava/profile: which Strava the fake imitates. A change sets the limits of the profile, unless the options have
/// limits.</summary>
internal static class ProfileAdmin
{
    public static Response ShowProfile(World world) => AdminJson.RespondOk(new ProfileJson(world.Options.Profile));

    public static async Task<Response> PutAsync(HttpContext http, World world)
    {
        var (change, error) = await AdminJson.ReadAsync<ProfileJson>(http);
        if (error is not null)
        {
            return error;
        }

        world.UpdateOptions(options => options with { Profile = change!.Profile });
        world.RateLimiter.Limits = world.StartOptions.RateLimits ?? FakeRateLimits.DefaultOf(change!.Profile);
        return ShowProfile(world);
    }
}
