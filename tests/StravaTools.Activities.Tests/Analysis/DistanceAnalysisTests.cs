using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Analysis;

public sealed class DistanceAnalysisTests
{
    [Theory]
    [InlineData(new double[] { 0, 10, 30 }, new double[] { 0, 10, 30 })]
    [InlineData(new double[] { 5, 10, double.NaN, 30 }, new double[] { 5, 10, 10, 30 })]
    [InlineData(new double[] { 0, 100, 99.5, 110 }, new double[] { 0, 100, 100, 110 })] // noise
    [InlineData(new double[] { 0, 100, 5, 20 }, new double[] { 0, 100, 105, 120 })] // starts at 0 in each lap
    [InlineData(new double[] { 0, 100, 0 }, new double[] { 0, 100, 100 })] // as Fitbit ends its files
    public void Recorded_distance_never_falls(double[] recorded, double[] expected)
    {
        var streams = new ActivityStreams { Count = recorded.Length, Distance = [.. recorded] };

        Assert.Equal(expected, DistanceAnalysis.Cumulative(streams));
        Assert.Equal(expected[^1], DistanceAnalysis.TotalDistance(streams));
    }

    [Fact]
    public void Missing_distance_is_computed_from_positions_and_points_without_one_are_skipped()
    {
        // A degree of latitude is 111.195 km on the sphere.
        var streams = new ActivityStreams
        {
            Count = 4,
            Latitude = [0, double.NaN, 1, 1],
            Longitude = [0, double.NaN, 0, 0],
        };

        Assert.Equal([0, 0, 111_195, 111_195], DistanceAnalysis.Cumulative(streams).Select(metres => Math.Round(metres)));
    }

    [Fact]
    public void Points_without_distance_and_position_have_no_distance() =>
        Assert.Null(DistanceAnalysis.TotalDistance(new ActivityStreams { Count = 2, Time = ImmutableArray.Create(0.0, 1.0) }));
}
