using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, max_speed.</summary>
public class SpeedAnalysisTests
{
    [Fact]
    public void Recorded_speed_is_the_maximum_if_there_is_one()
    {
        var streams = new ActivityStreams { Count = 2, Time = [0, 1], Distance = [0, 50], Speed = [4, 6.5f] };

        Assert.Equal(6.5, SpeedAnalysis.MaxSpeed(streams));
    }

    [Fact]
    public void Speed_from_distances_is_the_mean_of_five_seconds()
    {
        // One second of 20 m among seconds of 5 m: (4 * 5 + 20) / 5 = 8 m/s.
        var streams = new ActivityStreams { Count = 8, Time = [0, 1, 2, 3, 4, 5, 6, 7], Distance = [0, 5, 10, 30, 35, 40, 45, 50] };

        Assert.Equal(8, SpeedAnalysis.MaxSpeed(streams));
    }

    [Fact]
    public void Points_without_distance_and_speed_have_no_maximum() =>
        Assert.Null(SpeedAnalysis.MaxSpeed(new ActivityStreams { Count = 2, Time = [0, 1] }));

    [Fact]
    public void Longer_interval_than_five_seconds_counts_alone()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 10, 18], Distance = [0, 50, 122] };

        Assert.Equal(9, SpeedAnalysis.MaxSpeed(streams));
    }

    [Fact]
    public void Recording_shorter_than_five_seconds_has_its_mean_speed()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 1, 4], Distance = [0, 10, 20] };

        Assert.Equal(5, SpeedAnalysis.MaxSpeed(streams));
    }

    [Fact]
    public void Points_without_time_are_skipped()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, double.NaN, 5, 10], Distance = [0, 10, 20, 60] };

        Assert.Equal(8, SpeedAnalysis.MaxSpeed(streams));
    }

    [Fact]
    public void One_point_has_no_speed() =>
        Assert.Equal(0, SpeedAnalysis.MaxSpeed(new ActivityStreams { Count = 1, Time = [0], Distance = [0] }));
}
