using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, average_heartrate: "average heartrate during moving portion".</summary>
public class MovingAverageTests
{
    private const float None = float.NaN;

    [Fact]
    public void Average_is_weighted_by_moving_time()
    {
        // 100 for 10 s and 130 for 20 s: (1000 + 2600) / 30. The 60 of the rest does not count, nor the first point, which ends no
        // interval.
        Assert.Equal(120, MovingAverage.WeightedByTime([200, 100, 130, 60], [0, 10, 20, 0])!.Value, 9);
    }

    [Fact]
    public void Points_without_a_value_have_no_weight() => Assert.Equal(100, MovingAverage.WeightedByTime([None, 100, None], [0, 10, 20]));

    [Fact]
    public void Average_is_plain_if_nothing_moved() => Assert.Equal(110, MovingAverage.WeightedByTime([100, 120], [0, 0]));

    [Fact]
    public void Absent_stream_has_no_average_and_no_extremes()
    {
        Assert.Null(MovingAverage.WeightedByTime([], []));
        Assert.Null(MovingAverage.Maximum([]));
        Assert.Null(MovingAverage.Minimum([None]));
    }

    [Fact]
    public void Extremes_ignore_missing_values()
    {
        Assert.Equal(7, MovingAverage.Maximum([None, 3, 7, None]));
        Assert.Equal(3, MovingAverage.Minimum([None, 3, 7, None]));
    }
}
