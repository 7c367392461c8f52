using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>Moving time by our own rule: Strava does not publish its rule.</summary>
public class MovingTimeTests
{
    [Fact]
    public void Rest_does_not_count_as_moving()
    {
        // 10 s at 5 m/s, 60 s at rest, 10 s at 5 m/s.
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 70, 80], Distance = [0, 50, 50, 100] };

        Assert.Equal(TimeSpan.FromSeconds(20), MovingTime.TotalTime(streams));
        Assert.Equal([0, 10, 0, 10], MovingTime.Intervals(streams));
    }

    [Theory]
    [InlineData(3.0, 10)]
    [InlineData(2.9, 0)]
    public void Slowest_moving_speed_is_30_centimeters_per_second(double metres, double seconds)
    {
        var streams = new ActivityStreams { Count = 2, Time = [0, 10], Distance = [0, metres] };

        Assert.Equal(TimeSpan.FromSeconds(seconds), MovingTime.TotalTime(streams));
    }

    [Fact]
    public void Standing_still_between_two_measurements_is_not_a_rest()
    {
        var streams = new ActivityStreams { Count = 7, Time = [0, 1, 2, 3, 4, 5, 6], Distance = [0, 0, 0, 9, 9, 9, 18] };

        Assert.Equal(TimeSpan.FromSeconds(6), MovingTime.TotalTime(streams));
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 0)]
    public void Shortest_rest_lasts_10_seconds(double last, double seconds)
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 5, last], Distance = [7, 7, 7] };

        Assert.Equal(TimeSpan.FromSeconds(seconds), MovingTime.TotalTime(streams));
    }

    [Fact]
    public void Points_without_position_move_if_the_stretch_around_them_does()
    {
        double[] degrees = [0, double.NaN, 0.001];
        var streams = new ActivityStreams { Count = 3, Time = [0, 5, 10], Latitude = [.. degrees], Longitude = [.. degrees] };

        Assert.Equal([0, 5, 5], MovingTime.Intervals(streams));
    }

    [Fact]
    public void Stop_of_9_seconds_is_not_a_rest_later_in_the_activity_either()
    {
        var streams = new ActivityStreams { Count = 5, Time = [0, 100, 105, 109, 200], Distance = [0, 300, 300, 300, 600] };

        Assert.Equal(TimeSpan.FromSeconds(200), MovingTime.TotalTime(streams));
    }

    [Fact]
    public void Points_without_distance_move_if_the_stretch_around_them_does()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 20, 40], Distance = [0, double.NaN, 80] };

        Assert.Equal([0, 20, 20], MovingTime.Intervals(streams));
    }

    [Fact]
    public void All_time_counts_without_distance_and_position()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 30, 90], HeartRate = [100, 110, 120] };

        Assert.Equal(TimeSpan.FromSeconds(90), MovingTime.TotalTime(streams));
    }

    [Fact]
    public void Times_that_go_back_add_nothing()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 10, 5, 20] };

        Assert.Equal(TimeSpan.FromSeconds(25), MovingTime.TotalTime(streams));
    }

    [Fact]
    public void Points_without_time_have_no_moving_time() => Assert.Null(MovingTime.TotalTime(ActivityStreams.Empty));
}
