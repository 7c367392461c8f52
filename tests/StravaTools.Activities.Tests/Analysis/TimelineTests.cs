using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>Time, distance, and moving time since the first point.</summary>
public class TimelineTests
{
    [Fact]
    public void Time_never_falls_and_a_point_without_one_has_that_of_the_point_before()
    {
        var timeline =
            Timeline.FromStreams(new ActivityStreams { Count = 5, Time = [0, 10, double.NaN, 7, 20], Distance = [0, 30, 40, 50, 60] });

        Assert.Equal([0, 10, 10, 10, 20], timeline.Seconds);
        Assert.Equal([0, 30, 40, 50, 60], timeline.Meters);
        Assert.Equal(5, timeline.Count);
    }

    [Fact]
    public void Rest_adds_nothing_to_the_moving_time()
    {
        var timeline = Timeline.FromStreams(new ActivityStreams { Count = 4, Time = [0, 10, 70, 80], Distance = [0, 50, 50, 100] });

        Assert.Equal([0, 10, 10, 20], timeline.MovingSeconds);
    }

    [Fact]
    public void Points_without_distance_and_time_stay_at_zero()
    {
        var timeline = Timeline.FromStreams(new ActivityStreams { Count = 2, HeartRate = [100, 110] });

        Assert.Equal([0, 0], timeline.Seconds);
        Assert.Equal([0, 0], timeline.Meters);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(0.1, 1)]
    [InlineData(10, 1)]
    [InlineData(10.1, 3)]
    [InlineData(20, 3)]
    [InlineData(20.1, 4)]
    public void First_point_at_or_past_a_value_is_found(double value, int point)
    {
        var timeline = Timeline.FromStreams(new ActivityStreams { Count = 4, Time = [0, 10, 10, 20], Distance = [0, 10, 10, 20] });

        Assert.Equal(point, timeline.FirstAt(value));
        Assert.Equal(point, timeline.FirstAtDistance(value));
    }
}
