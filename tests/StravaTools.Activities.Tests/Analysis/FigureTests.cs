using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>The definitions, on points that show them.</summary>
public class FigureTests
{
    [Fact]
    public void A_split_ends_at_the_first_point_past_the_kilometre()
    {
        var streams = new ActivityStreams { Count = 5, Time = [0, 100, 290, 400, 500], Distance = [0, 400, 1002.5, 1500, 1900], Altitude = [10, 15, 12, 20, 25] };

        var splits = SplitAnalysis.Of(streams, SplitAnalysis.Kilometre);

        Assert.Equal(
            [new SplitSummary(1, 0, 2, 1002.5, 290, 290, 2), new SplitSummary(2, 2, 4, 897.5, 210, 210, 13)],
            splits);
    }

    [Fact]
    public void A_rest_is_in_the_elapsed_time_of_a_split_and_not_in_its_moving_time()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 100, 400, 500], Distance = [0, 500, 500, 1000] };

        var split = Assert.Single(SplitAnalysis.Of(streams, SplitAnalysis.Kilometre));

        Assert.Equal((500, 200), (split.ElapsedSeconds, split.MovingSeconds));
    }

    [Fact]
    public void Without_distance_there_are_no_splits_and_efforts()
    {
        var streams = new ActivityStreams { Count = 2, Time = [0, 1000], HeartRate = [100, 110] };

        Assert.Empty(SplitAnalysis.Of(streams, SplitAnalysis.Kilometre));
        Assert.Empty(EffortAnalysis.Of(streams));
    }

    [Fact]
    public void A_best_effort_may_end_between_points()
    {
        // 100 m in 50 s, then 500 m at 5 m/s, then slow again: 400 m take 80 s, begun at 100 m.
        var streams = new ActivityStreams { Count = 4, Time = [0, 50, 150, 250], Distance = [0, 100, 600, 700] };

        var effort = Assert.Single(EffortAnalysis.Of(streams));

        Assert.Equal(("400m", 80, 1), (effort.Name, effort.ElapsedSeconds, effort.FirstPoint));
    }

    [Fact]
    public void A_best_effort_begins_after_a_rest()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 310, 390], Distance = [0, 20, 20, 420] };

        var effort = Assert.Single(EffortAnalysis.Of(streams));

        Assert.Equal((310, 80), (effort.StartSeconds, effort.ElapsedSeconds));
    }

    [Fact]
    public void A_file_without_laps_is_one_lap()
    {
        var activity = new Activity { Streams = new ActivityStreams { Count = 2, Origin = DateTimeOffset.UnixEpoch, Time = [0, 60], Distance = [0, 200] } };

        var lap = Assert.Single(LapAnalysis.Of(activity));

        Assert.Equal((1, 0, 1, 200, 60), (lap.Number, lap.FirstPoint, lap.LastPoint, lap.Distance, lap.ElapsedSeconds));
    }

    [Fact]
    public void Steady_power_weighs_what_it_is_and_bursts_weigh_more()
    {
        var steady = new ActivityStreams { Count = 61, Time = [.. Seconds(61)], Power = [.. Seconds(61).Select(_ => 200f)] };
        var bursts = new ActivityStreams { Count = 241, Time = [.. Seconds(241)], Power = [.. Seconds(241).Select(i => i % 120 < 60 ? 300f : 100f)] };

        Assert.Equal(200, WeightedPower.Of(steady)!.Value, 1e-6);
        Assert.InRange(WeightedPower.Of(bursts)!.Value, 220, 300);
        Assert.Null(WeightedPower.Of(new ActivityStreams { Count = 2, Time = [0, 10], Power = [200, 200] }));
    }

    [Fact]
    public void The_documented_times_in_zones_give_the_documented_score_and_points()
    {
        // strava-activities.md, "List activity zones"
        double[] example = [1735, 5966, 4077, 4238, 36];

        Assert.Equal(215, Math.Round(ZoneAnalysis.SufferScore(example)));
        Assert.Equal(119, Math.Round(ZoneAnalysis.PointsInTheRed(example)));
    }

    [Fact]
    public void A_value_at_a_bound_belongs_to_the_zone_above_and_a_gap_to_none()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 20, 120], HeartRate = [90, 114, 115, 200] };

        Assert.Equal([10, 10, 0], ZoneAnalysis.SecondsIn(streams.HeartRate, streams, [115, 190]));
    }

    [Fact]
    public void Fewer_points_are_evenly_spaced_with_the_first_and_the_last()
    {
        double[] metres = [0, 1, 2, 50, 51, 99, 100];

        Assert.Equal([0, 3, 6], StreamSampling.Pick(metres, 3));
        Assert.Equal(7, StreamSampling.Pick(metres, 10).Count);
        Assert.Equal(1000, StreamSampling.Pick([.. Seconds(5000)], 1000).Count);
    }

    [Fact]
    public void A_passage_goes_from_the_points_next_to_the_segments_ends()
    {
        // 0.001 degree of latitude is 111.2 m; a point each, 20 s apart.
        var streams = new ActivityStreams
        {
            Count = 10,
            Time = [.. Seconds(10).Select(i => i * 20)],
            Latitude = [.. Seconds(10).Select(i => 47 + (i * 0.001))],
            Longitude = [.. Seconds(10).Select(_ => 8.0)],
        };

        var passage = SegmentMatching.Find(streams, new Position(47.0021, 8), new Position(47.0069, 8), 540)!;

        Assert.Equal((2, 7, 40, 100), (passage.FirstPoint, passage.LastPoint, passage.StartSeconds, passage.ElapsedSeconds));
        Assert.Null(SegmentMatching.Find(streams, new Position(47.0069, 8), new Position(47.0021, 8), 540));
        Assert.Null(SegmentMatching.Find(streams, new Position(47.0021, 8), new Position(47.0069, 8), 900));
    }

    private static IEnumerable<double> Seconds(int count) => Enumerable.Range(0, count).Select(i => (double)i);
}
