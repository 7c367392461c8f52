using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

public class MovingTests
{
    private const float None = float.NaN;

    [Fact]
    public void A_rest_does_not_count_as_moving()
    {
        // 10 s at 5 m/s, 60 s still, 10 s at 5 m/s.
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 70, 80], Distance = [0, 50, 50, 100] };

        Assert.Equal(TimeSpan.FromSeconds(20), MovingTime.Total(streams));
        Assert.Equal([0, 10, 0, 10], MovingTime.Intervals(streams));
    }

    [Theory]
    [InlineData(3.0, 10)]
    [InlineData(2.9, 0)]
    public void The_slowest_moving_speed_is_30_centimetres_a_second(double metres, double seconds)
    {
        var streams = new ActivityStreams { Count = 2, Time = [0, 10], Distance = [0, metres] };

        Assert.Equal(TimeSpan.FromSeconds(seconds), MovingTime.Total(streams));
    }

    [Fact]
    public void Standing_still_between_two_measurements_is_no_rest()
    {
        var streams = new ActivityStreams { Count = 7, Time = [0, 1, 2, 3, 4, 5, 6], Distance = [0, 0, 0, 9, 9, 9, 18] };

        Assert.Equal(TimeSpan.FromSeconds(6), MovingTime.Total(streams));
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 0)]
    public void The_shortest_rest_is_10_seconds(double last, double seconds)
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 5, last], Distance = [7, 7, 7] };

        Assert.Equal(TimeSpan.FromSeconds(seconds), MovingTime.Total(streams));
    }

    [Fact]
    public void Points_without_a_position_share_the_verdict_on_the_stretch_they_lie_in()
    {
        double[] degrees = [0, double.NaN, 0.001];
        var streams = new ActivityStreams { Count = 3, Time = [0, 5, 10], Latitude = [.. degrees], Longitude = [.. degrees] };

        Assert.Equal([0, 5, 5], MovingTime.Intervals(streams));
    }

    [Fact]
    public void Without_distance_and_position_all_the_time_counts()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 30, 90], HeartRate = [100, 110, 120] };

        Assert.Equal(TimeSpan.FromSeconds(90), MovingTime.Total(streams));
    }

    [Fact]
    public void Times_that_go_back_add_nothing()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 5, 20] };

        Assert.Equal(TimeSpan.FromSeconds(25), MovingTime.Total(streams));
    }

    [Fact]
    public void Without_times_there_is_no_moving_time() => Assert.Null(MovingTime.Total(ActivityStreams.Empty));

    [Fact]
    public void An_average_is_weighted_by_moving_time()
    {
        // 100 for 10 s and 130 for 20 s: (1000 + 2600) / 30. The 60 of the rest does not count, nor the first point, which ends no
        // interval.
        Assert.Equal(120, MovingAverage.Of([200, 100, 130, 60], [0, 10, 20, 0])!.Value, 9);
    }

    [Fact]
    public void Points_without_a_value_do_not_weigh() => Assert.Equal(100, MovingAverage.Of([None, 100, None], [0, 10, 20]));

    [Fact]
    public void If_nothing_moved_the_average_is_the_plain_one() => Assert.Equal(110, MovingAverage.Of([100, 120], [0, 0]));

    [Fact]
    public void An_absent_stream_has_no_average_and_no_extremes()
    {
        Assert.Null(MovingAverage.Of([], []));
        Assert.Null(MovingAverage.Max([]));
        Assert.Null(MovingAverage.Min([None]));
    }

    [Fact]
    public void Extremes_ignore_missing_values()
    {
        Assert.Equal(7, MovingAverage.Max([None, 3, 7, None]));
        Assert.Equal(3, MovingAverage.Min([None, 3, 7, None]));
    }

    [Fact]
    public void The_recorded_speed_is_the_maximum_where_there_is_one()
    {
        var streams = new ActivityStreams { Count = 2, Time = [0, 1], Distance = [0, 50], Speed = [4, 6.5f] };

        Assert.Equal(6.5, SpeedAnalysis.Max(streams));
    }

    [Fact]
    public void A_speed_from_distances_is_taken_over_five_seconds()
    {
        // One second of 20 m among seconds of 5 m: (4 * 5 + 20) / 5 = 8 m/s.
        var streams = new ActivityStreams { Count = 8, Time = [0, 1, 2, 3, 4, 5, 6, 7], Distance = [0, 5, 10, 30, 35, 40, 45, 50] };

        Assert.Equal(8, SpeedAnalysis.Max(streams));
    }

    [Fact]
    public void Without_distance_and_speed_there_is_no_maximum() =>
        Assert.Null(SpeedAnalysis.Max(new ActivityStreams { Count = 2, Time = [0, 1] }));
}
