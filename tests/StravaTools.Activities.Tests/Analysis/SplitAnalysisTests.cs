using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, splits_metric and splits_standard: the example has a metric split of 1002.5 m.</summary>
public class SplitAnalysisTests
{
    [Fact]
    public void Split_ends_at_the_first_point_past_the_kilometer()
    {
        var streams = new ActivityStreams
        {
            Count = 5,
            Time = [0, 100, 290, 400, 500],
            Distance = [0, 400, 1002.5, 1500, 1900],
            Altitude = [10, 15, 12, 20, 25]
        };

        Assert.Equal(
            [
                new SplitSummary(1, 0, 2, 1002.5, Seconds(290), Seconds(290), 2),
                new SplitSummary(2, 2, 4, 897.5, Seconds(210), Seconds(210), 13),
            ],
            SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer));
    }

    [Theory]
    [InlineData(1609.343, 1650.0)]
    [InlineData(1609.344, 1609.344)]
    public void Standard_split_is_an_international_mile_of_1609_344_meters(double second, double expected)
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 500, 520, 800], Distance = [0, second, 1650, 2400] };

        Assert.Equal(expected, SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Mile)[0].Distance);
    }

    [Fact]
    public void Units_count_from_the_start_and_not_from_the_last_split()
    {
        // The first split ends 400 m late, at 1400 m; the second still ends at 2000 m.
        var streams = new ActivityStreams { Count = 4, Time = [0, 400, 600, 800], Distance = [0, 1400, 2000, 2600] };

        Assert.Equal([1400.0, 600.0, 600.0], SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer).Select(split => split.Distance));
    }

    [Fact]
    public void Gap_over_several_units_is_one_split()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 700, 800, 900], Distance = [0, 2500, 2900, 3100] };

        Assert.Equal([(1, 2500.0), (2, 600.0)],
            SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer).Select(split => (split.Number, split.Distance)));
    }

    [Fact]
    public void Run_of_exactly_two_units_has_two_splits()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 300, 600], Distance = [0, 1000, 2000] };

        Assert.Equal([1000.0, 1000.0], SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer).Select(split => split.Distance));
    }

    [Fact]
    public void Rest_counts_as_elapsed_and_not_as_moving()
    {
        var streams = new ActivityStreams { Count = 4, Time = [0, 100, 400, 500], Distance = [0, 500, 500, 1000] };

        var split = Assert.Single(SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer));

        Assert.Equal((500, 200), (split.ElapsedTime.TotalSeconds, split.MovingTime.TotalSeconds));
    }

    [Fact]
    public void Elevation_difference_is_unknown_if_an_end_has_no_altitude()
    {
        var streams = new ActivityStreams { Count = 3, Time = [0, 300, 600], Distance = [0, 1000, 2000] };

        Assert.All(SplitAnalysis.ComputeSplits(streams, SplitAnalysis.Kilometer), split => Assert.Null(split.ElevationDifference));
        Assert.Equal(
            [7.0, null],
            SplitAnalysis.ComputeSplits(streams with { Altitude = [400, 407, float.NaN] }, SplitAnalysis.Kilometer)
                .Select(split => split.ElevationDifference));
    }

    [Fact]
    public void Points_without_distance_have_no_splits() =>
        Assert.Empty(SplitAnalysis.ComputeSplits(new ActivityStreams { Count = 2, Time = [0, 1000], HeartRate = [100, 110] },
            SplitAnalysis.Kilometer));

    [Fact]
    public void Unit_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SplitAnalysis.ComputeSplits(ActivityStreams.Empty, 0));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
