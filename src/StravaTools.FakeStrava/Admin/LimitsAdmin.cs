using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/limits: the rate limits, and the usage of an application (client_id; by default the first).</summary>
internal static class LimitsAdmin
{
    public static Response ShowLimits(HttpContext http, FakeParts parts) =>
        AdminJson.RespondOk(Describe(parts.World, ReadClient(http, parts.World)));

    public static async Task<Response> PutAsync(HttpContext http, FakeParts parts)
    {
        var (change, error) = await AdminJson.ReadAsync<LimitsJson>(http);
        if (error is not null)
        {
            return error;
        }

        if (change!.Left < 0)
        {
            return AdminJson.Invalid("The number of requests left must not be negative.", "/left");
        }

        var (limiter, client) = (parts.World.RateLimiter, ReadClient(http, parts.World));
        limiter.Limits = change.ApplyTo(limiter.Limits);
        limiter.SetUsage(client, change.ApplyTo(limiter.PeekUsage(client)));
        if (change.Left is { } left)
        {
            limiter.LeaveRequests(client, left);
        }

        return ShowLimits(http, parts);
    }

    public static Response ResetLimits(FakeParts parts)
    {
        parts.ResetLimits();
        return AdminJson.NoContent();
    }

    private static int ReadClient(HttpContext http, World world)
    {
        if (int.TryParse(http.Request.Query["client_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var client))
        {
            return client;
        }

        return world.Options.Applications[0].ClientId;
    }

    private static LimitsJson Describe(World world, int client)
    {
        var limiter = world.RateLimiter;
        var (limits, usage) = (limiter.Limits, limiter.PeekUsage(client));
        var (quarterEnd, dayEnd) = (limiter.QuarterEndsAt(), limiter.DayEndsAt());
        return new LimitsJson
        {
            QuarterHour = new WindowJson(limits.QuarterHour, usage.QuarterHour, quarterEnd),
            Daily = new WindowJson(limits.Daily, usage.Daily, dayEnd),
            ReadQuarterHour = new WindowJson(limits.ReadQuarterHour, usage.ReadQuarterHour, quarterEnd),
            ReadDaily = new WindowJson(limits.ReadDaily, usage.ReadDaily, dayEnd),
        };
    }
}
