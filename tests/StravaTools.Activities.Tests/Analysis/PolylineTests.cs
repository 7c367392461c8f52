using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

public class PolylineTests
{
    /// <summary>The example Google publishes with the format.</summary>
    private const string GooglesText = "_p~iF~ps|U_ulLnnqC_mqNvxq`@";
    private static readonly Position[] GooglesPositions = [new(38.5, -120.2), new(40.7, -120.95), new(43.252, -126.453)];

    [Fact]
    [Clause("V3-060")]
    public void Googles_example_is_encoded() => Assert.Equal(GooglesText, Polyline.Encode(GooglesPositions));

    [Fact]
    public void Googles_example_is_decoded() => Assert.Equal(GooglesPositions, Polyline.Decode(GooglesText));

    [Fact]
    public void Googles_single_value_rounds_before_it_is_packed() =>
        Assert.Equal("`~oia@`~oia@", Polyline.Encode([new(-179.9832104, -179.9832104)]));

    [Fact]
    public void Rounding_errors_do_not_add_up()
    {
        var line = Enumerable.Range(0, 1000).Select(i => new Position(i * 0.000004, 0)).ToList();

        Assert.Equal(0.004, Polyline.Decode(Polyline.Encode(line))[^1].Latitude, 5);
    }

    [Fact]
    public void No_positions_are_an_empty_text()
    {
        Assert.Equal("", Polyline.Encode([]));
        Assert.Empty(Polyline.Decode(""));
    }

    [Theory]
    [InlineData("_p~iF")]
    [InlineData("_p~iF~ps|")]
    [InlineData("_p~ iF")]
    public void A_broken_text_is_a_format_error(string text) => Assert.Throws<FormatException>(() => Polyline.Decode(text));

    [Fact]
    public void Simplifying_keeps_the_corner_and_drops_what_lies_on_the_line()
    {
        // 0.001 degree is 111 m: the second point is on the line, the third is the corner.
        Position[] route = [new(0, 0), new(0, 0.001), new(0, 0.002), new(0.001, 0.002)];

        Assert.Equal([route[0], route[2], route[3]], PolylineSimplification.Simplify(route, 10));
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(10, 3)]
    public void A_point_is_kept_if_the_line_would_miss_it_by_more_than_the_tolerance(double tolerance, int kept)
    {
        // 0.0001 degree of latitude is 11.1 m.
        Position[] route = [new(0, 0), new(0.0001, 0.001), new(0, 0.002)];

        Assert.Equal(kept, PolylineSimplification.Simplify(route, tolerance).Count);
    }

    [Fact]
    public void Simplifying_crosses_the_date_line()
    {
        Position[] route = [new(0, 179.999), new(0, -179.999), new(0, -179.998)];

        Assert.Equal([route[0], route[2]], PolylineSimplification.Simplify(route, 10));
    }

    [Fact]
    public void A_loop_keeps_its_far_point()
    {
        Position[] loop = [new(0, 0), new(0.01, 0), new(0, 0)];

        Assert.Equal(loop, PolylineSimplification.Simplify(loop, 10));
    }
}
