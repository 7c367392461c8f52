using StravaTools.FakeStrava.Clock;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/clock: freezes, moves, and restores the fake's clock.</summary>
internal static class ClockAdmin
{
    public static Response ShowClock(FakeClock clock) => AdminJson.RespondOk(Describe(clock));

    public static async Task<Response> PutAsync(HttpContext http, FakeClock clock)
    {
        var (change, error) = await AdminJson.ReadAsync<ClockChange>(http);
        if (error is not null)
        {
            return error;
        }

        if (change is { Mode: ClockMode.System, Now: not null })
        {
            return AdminJson.Invalid("The mode system shows the real time. Use running or frozen with now.", "/now");
        }

        return Change(clock, "/now", () => Apply(change!, clock));
    }

    public static async Task<Response> AdvanceAsync(HttpContext http, FakeClock clock)
    {
        var (advance, error) = await AdminJson.ReadAsync<ClockAdvance>(http);
        if (error is not null)
        {
            return error;
        }

        if (advance!.By < TimeSpan.Zero)
        {
            return AdminJson.Invalid("The clock cannot go back: tokens would become valid again.", "/by");
        }

        return Change(clock, "/by", () => clock.Advance(advance.By));
    }

    public static Response ResetClock(FakeClock clock)
    {
        clock.ResetTime();
        return AdminJson.NoContent();
    }

    private static Response Change(FakeClock clock, string pointer, Action change)
    {
        try
        {
            change();
        }
        catch (ArgumentOutOfRangeException)
        {
            return AdminJson.Invalid("The clock must be before the year 9999.", pointer);
        }

        return ShowClock(clock);
    }

    private static void Apply(ClockChange change, FakeClock clock)
    {
        switch (change.Mode)
        {
            case ClockMode.Frozen:
                clock.Freeze(change.Now);
                break;
            case ClockMode.Running:
                clock.RunFrom(change.Now);
                break;
            default:
                clock.ResetTime();
                break;
        }
    }

    private static ClockState Describe(FakeClock clock)
    {
        if (clock.IsFrozen)
        {
            return new ClockState(ClockMode.Frozen, clock.Now);
        }

        return new ClockState(clock.IsReal ? ClockMode.System : ClockMode.Running, clock.Now);
    }
}
