using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, "List activity laps": laps are triggered by athletes with their devices.</summary>
public class LapAnalysisTests
{
    private static readonly DateTimeOffset Start = new(2025, 6, 14, 6, 30, 0, TimeSpan.Zero);

    /// <summary>40 s at 3 m/s, a point every 10 s.</summary>
    private static readonly ActivityStreams Run = new()
    {
        Count = 5,
        Origin = Start,
        Time = [0, 10, 20, 30, 40],
        Distance = [0, 30, 60, 90, 120],
        HeartRate = [101, 102, 103, 104, 105],
    };

    [Fact]
    public void Lap_without_figures_has_those_of_its_points_and_the_distance_to_its_first_point()
    {
        var laps = Laps(Run, At(0), At(20));

        Assert.Equal([(1, 0, 1), (2, 2, 4)], laps.Select(lap => (lap.Number, lap.FirstPoint, lap.LastPoint)));
        Assert.Equal([30.0, 90.0], laps.Select(lap => lap.Distance));
        Assert.Equal([10.0, 30.0], laps.Select(lap => lap.ElapsedTime.TotalSeconds));
        Assert.Equal([10.0, 30.0], laps.Select(lap => lap.MovingTime.TotalSeconds));
        Assert.Equal([0.0, 20.0], laps.Select(lap => lap.StartOffset.TotalSeconds));
        Assert.All(laps, lap => Assert.Null(lap.TotalAscent));
        Assert.Equal([102f, 103f, 104f, 105f], laps[1].Points.HeartRate);
    }

    [Fact]
    public void Figures_of_the_device_replace_those_of_the_points()
    {
        var lap = Assert.Single(Laps(Run, At(0) with { ElapsedTime = TimeSpan.FromSeconds(41.5), Distance = 125.5, TotalAscent = 7 }));

        Assert.Equal((125.5, 41.5, 40, 7), (lap.Distance, lap.ElapsedTime.TotalSeconds, lap.MovingTime.TotalSeconds, lap.TotalAscent));
    }

    [Fact]
    public void Moving_time_is_not_longer_than_the_elapsed_time_of_the_device()
    {
        // The points of the second lap move for 30 s, and the device timed the lap with 19.8 s.
        var laps = Laps(Run, At(0), At(20) with { ElapsedTime = TimeSpan.FromSeconds(19.8) });

        Assert.Equal((19.8, 19.8), (laps[1].ElapsedTime.TotalSeconds, laps[1].MovingTime.TotalSeconds));
    }

    [Fact]
    public void Rest_counts_as_elapsed_and_not_as_moving()
    {
        var streams = Run with { Time = [0, 10, 310, 320, 330], Distance = [0, 30, 30, 60, 90] };

        var lap = Assert.Single(Laps(streams, At(0)));

        Assert.Equal((330, 30), (lap.ElapsedTime.TotalSeconds, lap.MovingTime.TotalSeconds));
    }

    [Fact]
    public void Distance_of_zero_is_not_a_figure_of_the_device() =>
        Assert.Equal(120, Assert.Single(Laps(Run, At(0) with { Distance = 0 })).Distance);

    [Fact]
    public void Points_before_the_first_lap_belong_to_it()
    {
        var laps = Laps(Run, At(10), At(30));

        Assert.Equal([(0, 2), (3, 4)], laps.Select(lap => (lap.FirstPoint, lap.LastPoint)));
        Assert.Equal([10.0, 30.0], laps.Select(lap => lap.StartOffset.TotalSeconds));
    }

    [Fact]
    public void Lap_that_began_before_the_points_starts_with_them() =>
        Assert.Equal(0, Assert.Single(Laps(Run, At(-5))).StartOffset.TotalSeconds);

    [Fact]
    public void Lap_without_a_point_is_left_out_and_the_others_are_numbered_without_it()
    {
        var laps = Laps(Run, At(0), At(20), At(20), At(90));

        Assert.Equal([(1, 0, 1), (2, 2, 4)], laps.Select(lap => (lap.Number, lap.FirstPoint, lap.LastPoint)));
    }

    [Fact]
    public void Lap_without_a_start_is_left_out() => Assert.Single(Laps(Run, At(0), new Lap(null, TimeSpan.FromSeconds(9), null, 30)));

    [Fact]
    public void Activity_without_laps_is_one_lap()
    {
        var lap = Assert.Single(Laps(Run));

        Assert.Equal((1, 0, 4, 120, 40), (lap.Number, lap.FirstPoint, lap.LastPoint, lap.Distance, lap.ElapsedTime.TotalSeconds));
    }

    [Fact]
    public void Activity_without_points_or_times_has_no_laps()
    {
        Assert.Empty(Laps(ActivityStreams.Empty, At(0)));
        Assert.Empty(Laps(new ActivityStreams { Count = 2, Distance = [0, 30] }, At(0)));
    }

    private static IReadOnlyList<LapSummary> Laps(ActivityStreams streams, params Lap[] laps) =>
        LapAnalysis.ComputeLaps(new Activity { Streams = streams, Laps = [.. laps] });

    private static Lap At(double seconds) => new(Start.AddSeconds(seconds), null, null, null);
}
