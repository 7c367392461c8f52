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

    /// <summary>Steps on both sides of the limit below which no trigonometric function is needed, against the plain formula.</summary>
    [Theory]
    [InlineData(0, 1e-9, 0)]
    [InlineData(46.5, 1e-5, -2e-5)]
    [InlineData(-71, -3e-4, 1e-3)]
    [InlineData(89.9, 0.00999, 0.00999)]
    [InlineData(46.5, 0.0101, 0.00999)]
    [InlineData(46.5, 0.2, -0.3)]
    public void Distance_between_neighbors_is_that_of_the_haversine_formula(double latitude, double north, double east)
    {
        var (first, second) = (double.DegreesToRadians(latitude), double.DegreesToRadians(latitude + north));
        var a = Math.Pow(Math.Sin((second - first) / 2), 2)
            + (Math.Cos(first) * Math.Cos(second) * Math.Pow(Math.Sin(double.DegreesToRadians(east) / 2), 2));

        var expected = 2 * 6_371_008.8 * Math.Asin(Math.Sqrt(a));
        Assert.Equal(expected, DistanceAnalysis.Between(latitude, 8, latitude + north, 8 + east), (expected * 1e-10) + 1e-9);
    }
}
