using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

/// <summary>strava-activities.md, summary_polyline: a route of fewer points.</summary>
public class PolylineSimplificationTests
{
    [Fact]
    public void Corner_is_kept_and_a_point_on_the_line_is_dropped()
    {
        // 0.001 degree is 111 m: the second point is on the line, the third is the corner.
        Position[] route = [new(0, 0), new(0, 0.001), new(0, 0.002), new(0.001, 0.002)];

        Assert.Equal([route[0], route[2], route[3]], PolylineSimplification.Simplify(route, 10));
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(10, 3)]
    public void Point_is_kept_if_the_line_would_miss_it_by_more_than_the_tolerance(double tolerance, int kept)
    {
        // 0.0001 degree of latitude is 11.1 m.
        Position[] route = [new(0, 0), new(0.0001, 0.001), new(0, 0.002)];

        Assert.Equal(kept, PolylineSimplification.Simplify(route, tolerance).Count);
    }

    [Fact]
    public void Line_can_cross_the_date_line()
    {
        Position[] route = [new(0, 179.999), new(0, -179.999), new(0, -179.998)];

        Assert.Equal([route[0], route[2]], PolylineSimplification.Simplify(route, 10));
    }

    [Fact]
    public void Loop_keeps_its_far_point()
    {
        Position[] loop = [new(0, 0), new(0.01, 0), new(0, 0)];

        Assert.Equal(loop, PolylineSimplification.Simplify(loop, 10));
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(10, 3)]
    public void Degree_of_longitude_is_shorter_in_the_north(double tolerance, int kept)
    {
        // At 60 degrees north 0.0002 degrees of longitude are 11.1 m, half as much as at the equator.
        Position[] route = [new(60, 0), new(60.001, 0.0002), new(60.002, 0)];

        Assert.Equal(kept, PolylineSimplification.Simplify(route, tolerance).Count);
    }

    [Fact]
    public void Route_of_two_points_keeps_both()
    {
        Position[] route = [new(0, 0), new(0, 0)];

        Assert.Equal(route, PolylineSimplification.Simplify(route, 10));
    }
}
