using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, best_efforts: the shortest elapsed time over exactly the distance.</summary>
public class EffortAnalysisTests
{
    [Fact]
    public void Effort_that_is_fastest_up_to_a_point_ends_there()
    {
        // 300 m at 3 m/s, 200 m at 5 m/s, 300 m at 1 m/s. The fastest 400 m are the last 200 m at 3 m/s (66.7 s) and all at 5 m/s (40 s).
        var streams = new ActivityStreams { Count = 4, Time = [0, 100, 140, 440], Distance = [0, 300, 500, 800] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal([33.333, 106.667, 106.667],
            new[] { effort.StartOffset, effort.ElapsedTime, effort.MovingTime }.Select(time => Math.Round(time.TotalSeconds, 3)));
        Assert.Equal((0, 2), (effort.FirstPoint, effort.LastPoint));
    }

    [Fact]
    public void Effort_that_is_fastest_from_a_point_on_begins_there()
    {
        // The same way in the opposite direction.
        var streams = new ActivityStreams { Count = 4, Time = [0, 300, 340, 440], Distance = [0, 300, 500, 800] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal((300, 106.667), (effort.StartOffset.TotalSeconds, Math.Round(effort.ElapsedTime.TotalSeconds, 3)));
        Assert.Equal((1, 3), (effort.FirstPoint, effort.LastPoint));
    }

    [Fact]
    public void Points_without_times_have_no_efforts()
    {
        var route = new ActivityStreams { Count = 3, Distance = [0, 300, 1000] };

        Assert.Empty(EffortAnalysis.FindBestEfforts(route));
        Assert.Empty(EffortAnalysis.FindBestEfforts(route with { Time = [double.NaN, double.NaN, double.NaN] }));
    }

    [Fact]
    public void Effort_can_end_between_points()
    {
        // 100 m in 50 s, then 500 m at 5 m/s, then slow again: 400 m take 80 s, begun at 100 m.
        var streams = new ActivityStreams { Count = 4, Time = [0, 50, 150, 250], Distance = [0, 100, 600, 700] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal(("400m", 400, 50, 80, 1),
            (effort.Name, effort.Distance, effort.StartOffset.TotalSeconds, effort.ElapsedTime.TotalSeconds, effort.FirstPoint));
    }

    [Fact]
    public void Rest_before_an_effort_is_not_part_of_it()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 310, 390], Distance = [0, 20, 20, 420] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal((310, 80, 80), (effort.StartOffset.TotalSeconds, effort.ElapsedTime.TotalSeconds, effort.MovingTime.TotalSeconds));
    }

    [Fact]
    public void Rest_after_an_effort_is_not_part_of_it()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 80, 380, 400], Distance = [0, 400, 400, 420] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal((0, 80, 80), (effort.StartOffset.TotalSeconds, effort.ElapsedTime.TotalSeconds, effort.MovingTime.TotalSeconds));
        Assert.Equal((0, 1), (effort.FirstPoint, effort.LastPoint));
    }

    [Fact]
    public void Rest_within_an_effort_counts_as_elapsed_and_not_as_moving()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 50, 350, 400], Distance = [0, 200, 200, 400] };

        var effort = Assert.Single(EffortAnalysis.FindBestEfforts(streams));

        Assert.Equal((400, 100), (effort.ElapsedTime.TotalSeconds, effort.MovingTime.TotalSeconds));
    }

    [Fact]
    public void Steady_run_of_50_km_has_an_effort_over_each_distance()
    {
        // A point every kilometer, at 4 m/s.
        var kilometres = Enumerable.Range(0, 51).Select(i => (double)i).ToArray();
        var streams = new ActivityStreams
        {
            Count = 51,
            Time = [.. kilometres.Select(i => i * 250)],
            Distance = [.. kilometres.Select(i => i * 1000)]
        };

        (string, double)[] expected =
        [
            ("400m", 400), ("1/2 mile", 805), ("1k", 1000), ("1 mile", 1609), ("2 mile", 3219), ("5k", 5000), ("10k", 10_000),
                ("15k", 15_000),
            ("10 mile", 16_090), ("20k", 20_000), ("Half-Marathon", 21_097), ("30k", 30_000), ("Marathon", 42_195), ("50k", 50_000),
        ];
        var efforts = EffortAnalysis.FindBestEfforts(streams);
        Assert.Equal(expected, efforts.Select(effort => (effort.Name, effort.Distance)));
        Assert.All(efforts, effort => Assert.Equal(effort.Distance / 4, effort.ElapsedTime.TotalSeconds, 1e-6));
    }

    [Theory]
    [InlineData(399.9, 0)]
    [InlineData(400, 1)]
    [InlineData(804.9, 1)]
    [InlineData(805, 2)]
    public void Distance_that_was_not_reached_has_no_effort(double metres, int efforts) =>
        Assert.Equal(efforts,
            EffortAnalysis.FindBestEfforts(new ActivityStreams { Count = 2, Time = [0, 200], Distance = [0, metres] }).Count);

    [Fact]
    public void Points_without_distance_have_no_efforts() =>
        Assert.Empty(EffortAnalysis.FindBestEfforts(new ActivityStreams { Count = 2, Time = [0, 1000], HeartRate = [100, 110] }));
}
