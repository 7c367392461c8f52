using System.Text.RegularExpressions;
using StravaTools.Activities.Pages;

namespace StravaTools.Activities.Tests.Pages;

public sealed class ActivityDrawingTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Drawing_fits_the_width(int width)
    {
        var lines = Draw(PageFile.Ride(), width);

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(lines, line => line.StartsWith("Ride · Saturday, 14 June 2025", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Altitude m, minimum 450, maximum", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimEnd().EndsWith("59:59", StringComparison.Ordinal));
    }

    [Fact]
    public void Route_is_drawn_as_a_closed_line()
    {
        var lines = Draw(PageFile.Ride(), 80).Skip(3).TakeWhile(line => line.Length > 0).ToArray();

        // A circle: dots at the left and the right of the middle row, and none in its middle.
        var middle = lines[lines.Length / 2];
        Assert.NotEqual('\u2800', middle.First(letter => letter != '\u2800'));
        Assert.Equal('\u2800', middle[middle.Length / 2]);
        Assert.True(middle.Count(letter => letter != '\u2800') is >= 2 and <= 8);
    }

    [Fact]
    public void Hidden_positions_are_not_drawn() =>
        Assert.Equal("", Draw(PageFile.Ride(), 80, new ActivityPageOptions { HiddenRadius = 100_000 }).Skip(2).First());

    [Fact]
    public void Control_characters_are_removed()
    {
        var lines = Draw(PageFile.Ride(20, "a\u009B31m\u202Eb"), 80);

        Assert.Contains(lines, line => line.StartsWith("a\uFFFD31m\uFFFDb", StringComparison.Ordinal));
    }

    private static string[] Draw(ActivityFile file, int width, ActivityPageOptions? options = null)
    {
        var activity = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);
        return [.. ActivityDrawing.DrawActivity(activity, width, options ?? ActivityPageOptions.Default).Select(RemoveColors)];
    }

    private static string RemoveColors(string line) =>
        Regex.Replace(line, "\u001B\\[[0-9]+m", "", RegexOptions.None, TimeSpan.FromSeconds(5));
}
