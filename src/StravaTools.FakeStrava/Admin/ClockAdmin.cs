using StravaTools.FakeStrava.Clock;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/clock: freezes, moves, and restores the fake's clock.</summary>
internal static class ClockAdmin
{
    public static Response Get(FakeClock clock) => AdminJson.Ok(Describe(clock));

    public static async Task<Response> PutAsync(HttpContext http, FakeClock clock)
    {
        var (change, error) = await AdminJson.ReadAsync<ClockChange>(http);
        if (error is not null)
        {
            return error;
        }

        switch (change!.Mode)
        {
            case ClockMode.Frozen:
                clock.Freeze(change.Now);
                break;
            case ClockMode.Running:
                clock.Run(change.Now);
                break;
            case ClockMode.System when change.Now is null:
                clock.Reset();
                break;
            default:
                return AdminJson.Invalid("The mode system shows the real time. Use running or frozen with now.", "/now");
        }

        return Get(clock);
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

        clock.Advance(advance.By);
        return Get(clock);
    }

    public static Response Reset(FakeClock clock)
    {
        clock.Reset();
        return AdminJson.NoContent();
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
