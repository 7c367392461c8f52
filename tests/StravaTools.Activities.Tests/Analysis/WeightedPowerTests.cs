using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, weighted_average_watts: "similar to xPower or Normalized Power".</summary>
public class WeightedPowerTests
{
    [Fact]
    public void Steady_power_equals_its_weighted_power() => Assert.Equal(200, Weighted(200, 61)!.Value, 1e-9);

    [Fact]
    public void Hard_seconds_weigh_more_than_easy_ones()
    {
        // 30 s of 100 W and 30 s of 300 W. The means of 30 s are 100, 106.7, 113.3 ... 300 W; the fourth root of the mean of their fourth
        // powers, worked out outside this code, is 223.0695 W. The plain mean is 200 W.
        ImmutableArray<float> watts = [.. Enumerable.Repeat(100f, 30), .. Enumerable.Repeat(300f, 30)];

        Assert.Equal(223.0695, WeightedPower.ComputeWeightedPower(EachSecond(watts))!.Value, 1e-4);
    }

    [Fact]
    public void Value_holds_until_the_next_one()
    {
        // The same power as above, written only where it changes and once at the end.
        var streams = new ActivityStreams { Count = 3, Time = [0, 30, 59], Power = [100, 300, 300] };

        Assert.Equal(223.0695, WeightedPower.ComputeWeightedPower(streams)!.Value, 1e-4);
    }

    [Fact]
    public void Pause_does_not_count()
    {
        // A minute of 300 W, an hour without a point, a minute of 100 W: as if the second minute followed the first.
        ImmutableArray<float> watts = [.. Enumerable.Repeat(300f, 60), .. Enumerable.Repeat(100f, 60)];
        var paused = EachSecond(watts) with { Time = [.. Enumerable.Range(0, 120).Select(i => i < 60 ? i : i + 3600.0)] };

        Assert.Equal(244.0388, WeightedPower.ComputeWeightedPower(paused)!.Value, 1e-4);
        Assert.Equal(WeightedPower.ComputeWeightedPower(EachSecond(watts)), WeightedPower.ComputeWeightedPower(paused));
    }

    [Fact]
    public void Gap_of_30_seconds_is_not_a_pause()
    {
        // The last second of the first minute lasts 30 s more.
        ImmutableArray<float> watts = [.. Enumerable.Repeat(300f, 60), .. Enumerable.Repeat(100f, 60)];
        var gap = EachSecond(watts) with { Time = [.. Enumerable.Range(0, 120).Select(i => i < 60 ? i : i + 29.0)] };
        ImmutableArray<float> filled = [.. Enumerable.Repeat(300f, 89), .. Enumerable.Repeat(100f, 60)];

        Assert.Equal(WeightedPower.ComputeWeightedPower(EachSecond(filled))!.Value, WeightedPower.ComputeWeightedPower(gap)!.Value, 1e-9);
    }

    [Theory]
    [InlineData(29, null)]
    [InlineData(30, 200.0)]
    public void Thirty_seconds_are_needed(int seconds, double? expected) => Assert.Equal(expected, Weighted(200, seconds));

    [Fact]
    public void Points_without_power_or_time_are_skipped()
    {
        var streams = EachSecond([.. Enumerable.Repeat(200f, 60)]);

        Assert.Null(WeightedPower.ComputeWeightedPower(streams with { Power = [] }));
        Assert.Null(WeightedPower.ComputeWeightedPower(streams with { Time = [] }));
        Assert.Equal(200, WeightedPower.ComputeWeightedPower(
            streams with { Power = streams.Power.SetItem(20, float.NaN), Time = streams.Time.SetItem(40, double.NaN) })!.Value, 1e-9);
    }

    private static double? Weighted(float watts, int seconds) =>
        WeightedPower.ComputeWeightedPower(EachSecond([.. Enumerable.Repeat(watts, seconds)]));

    private static ActivityStreams EachSecond(ImmutableArray<float> watts) =>
        new() { Count = watts.Length, Time = [.. Enumerable.Range(0, watts.Length).Select(i => (double)i)], Power = watts };
}
