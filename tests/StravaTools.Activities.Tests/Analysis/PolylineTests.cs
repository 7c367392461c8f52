using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Tests.Analysis;

public class PolylineTests
{
    /// <summary>The example that Google publishes with the format.</summary>
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
    public void Empty_route_is_an_empty_text()
    {
        Assert.Equal("", Polyline.Encode([]));
        Assert.Empty(Polyline.Decode(""));
    }

    [Theory]
    [InlineData("_p~iF")]
    [InlineData("_p~iF~ps|")]
    [InlineData("_p~ iF")]
    public void Invalid_text_is_a_format_error(string text) => Assert.Throws<FormatException>(() => Polyline.Decode(text));
}
