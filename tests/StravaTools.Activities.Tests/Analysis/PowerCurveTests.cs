using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

public sealed class PowerCurveTests
{
    [Fact]
    public void Best_power_is_the_highest_average_with_its_start()
    {
        // One minute with 5 s of 400 W from the 20th second.
        var watts = Enumerable.Range(0, 61).Select(second => second is >= 20 and < 25 ? 400f : 100f);
        var powers = PowerCurve.FindBestPowers(Stream([.. watts]));

        Assert.Equal(["0:05 400 W", "0:15 200 W", "0:30 150 W", "1:00 125 W"], powers.Select(power => power.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(20), powers[0].StartOffset);
    }

    [Fact]
    public void Value_applies_until_the_next_point_but_not_in_a_pause()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 10, 100], Power = [100, 200, 50] };

        var powers = PowerCurve.FindBestPowers(streams);

        // 10 s of 100 W, then 30 s of 200 W, then nothing.
        Assert.Equal([200, 200, 200, 7000.0 / 60], powers.Select(power => power.Power));
    }

    [Fact]
    public void Points_without_power_or_time_have_no_best_power()
    {
        Assert.Empty(PowerCurve.FindBestPowers(ActivityStreams.Empty));
        Assert.Empty(PowerCurve.FindBestPowers(new ActivityStreams { Count = 2, Power = [1, 2] }));
        Assert.Empty(PowerCurve.FindBestPowers(Stream([100, 100, 100])));
    }

    [Fact]
    public void Missing_values_count_as_rest() =>
        Assert.Equal(80, PowerCurve.FindBestPowers(Stream([100, 100, float.NaN, 100, 100, 100]))[0].Power);

    [Fact]
    public void Years_between_points_cost_neither_memory_nor_time() =>
        Assert.NotEmpty(PowerCurve.FindBestPowers(new ActivityStreams { Count = 2, Time = [0, 1e12], Power = [100, 100] }));

    private static ActivityStreams Stream(float[] watts) => new()
    {
        Count = watts.Length,
        Time = [.. Enumerable.Range(0, watts.Length).Select(second => (double)second)],
        Power = [.. watts],
    };
}
