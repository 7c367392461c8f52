using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, "List activity zones".</summary>
public class ZoneAnalysisTests
{
    [Fact]
    public void Time_belongs_to_the_zone_of_the_point_that_ends_it_and_a_bound_to_the_zone_above()
    {
        // 10 s each: 114, 115, 151, 152 and 190 beats; the first point ends no interval.
        var streams = HeartRates([180, 114, 115, 151, 152, 190], [0, 10, 20, 30, 40, 50]);

        Assert.Equal([10, 20, 10, 0, 10], Seconds(streams, 115, 152, 171, 190));
    }

    [Fact]
    public void Time_without_a_value_belongs_to_no_zone() =>
        Assert.Equal([10, 5], Seconds(HeartRates([100, 100, float.NaN, 120], [0, 10, 20, 25]), 115));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(31, 0)]
    public void Gap_of_more_than_30_seconds_belongs_to_no_zone(double gap, double seconds) =>
        Assert.Equal([seconds, 0], Seconds(HeartRates([100, 100], [0, gap]), 115));

    [Fact]
    public void Empty_list_of_bounds_has_one_zone() => Assert.Equal([20], Seconds(HeartRates([90, 120, 190], [0, 10, 20])));

    [Fact]
    public void Activity_without_values_has_no_time_in_zones() =>
        Assert.Equal([0, 0], Seconds(new ActivityStreams { Count = 2, Time = [0, 10] }, 115));

    [Fact]
    public void Documented_times_in_zones_give_the_documented_score_and_points()
    {
        TimeSpan[] example = [.. new[] { 1735, 5966, 4077, 4238, 36 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

        Assert.Equal(215, Math.Round(ZoneAnalysis.SufferScore(example)));
        Assert.Equal(119, Math.Round(ZoneAnalysis.PointsInTheRed(example)));
    }

    [Theory]
    [InlineData(0, 12, 0)]
    [InlineData(1, 24, 0)]
    [InlineData(2, 45, 0)]
    [InlineData(3, 100, 100)]
    [InlineData(4, 120, 120)]
    [InlineData(5, 120, 120)]
    public void Hour_in_a_zone_has_the_points_of_the_zone(int zone, double score, double inTheRed)
    {
        var times = new TimeSpan[6];
        times[zone] = TimeSpan.FromHours(1);

        Assert.Equal(score, ZoneAnalysis.SufferScore(times), 1e-9);
        Assert.Equal(inTheRed, ZoneAnalysis.PointsInTheRed(times), 1e-9);
    }

    [Fact]
    public void Fewer_zones_than_four_have_no_points_in_the_red() =>
        Assert.Equal(0, ZoneAnalysis.PointsInTheRed([TimeSpan.FromHours(1), TimeSpan.FromHours(1)]));

    private static ActivityStreams HeartRates(float[] values, double[] times) =>
        new() { Count = values.Length, Time = [.. times], HeartRate = [.. values] };

    private static IEnumerable<double> Seconds(ActivityStreams streams, params double[] bounds) =>
        ZoneAnalysis.ComputeTimes(streams.HeartRate, streams, bounds).Select(time => time.TotalSeconds);
}
