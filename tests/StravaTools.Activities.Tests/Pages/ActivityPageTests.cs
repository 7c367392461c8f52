using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Pages;

namespace StravaTools.Activities.Tests.Pages;

public sealed partial class ActivityPageTests
{
    private const string Evil = "</title><script>alert(1)</script>\"' onload=x <img src=x>\u202E";

    [Fact]
    public void Texts_of_the_file_are_encoded()
    {
        var page = PageFile.Write(PageFile.Ride(20, "<![CDATA[" + Evil + "]]>", "<b>\"ride'.gpx"));

        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "<script", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("&lt;/title&gt;&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_an_activity_without_its_file_has_the_route_and_encoded_texts()
    {
        var file = PageFile.Ride(20, "<![CDATA[" + Evil + "]]>");
        using var stream = new MemoryStream();

        ActivityPage.WritePage(stream, file.ReadContent(TestContext.Current.CancellationToken).Activities[0], ActivityPageOptions.Default);

        var page = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("class=\"start\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/title&gt;&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_allows_exactly_the_style_and_the_script_of_the_page()
    {
        var page = PageFile.Write(PageFile.Ride(20));

        var policy = Policy().Match(page).Groups["policy"].Value;
        var (style, script) = (Hash(Style().Match(page)), Hash(Script().Match(page)));
        Assert.Equal($"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void Page_needs_no_network_and_has_no_inline_style_or_handler()
    {
        var page = Script().Replace(Style().Replace(PageFile.Write(PageFile.Ride(20)), ""), "");

        Assert.DoesNotMatch(@"\s(src|style|on\w+|xlink:href)=", page);
        Assert.DoesNotMatch("href=\"(?!#)", page);
        Assert.DoesNotContain("//", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Style().Match(PageFile.Write(PageFile.Ride(20))).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_is_readable_without_script()
    {
        var page = Script().Replace(PageFile.Write(PageFile.Ride()), "");

        Assert.Contains("<dt>Distance</dt><dd>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Splits</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Best efforts</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Heart rate zones</h2>", page, StringComparison.Ordinal);
        Assert.Matches("<path class=\"line\" d=\"M[0-9. L-]{100,}\"/>", page);
        Assert.Matches("<path class=\"area\" d=\"M0 [0-9]+L", page);
        Assert.Contains(">30:00</text>", page, StringComparison.Ordinal);
        Assert.Contains("average 150, maximum 169", page, StringComparison.Ordinal);
        Assert.Matches("<div class=\"toolbar\" hidden>", page);
    }

    [Fact]
    public void Data_has_each_point_of_a_short_activity()
    {
        var data = PageFile.Data(PageFile.Write(PageFile.Ride(600)));

        Assert.Equal(Enumerable.Range(0, 600).Select(second => (double)second), PageFile.Column(data.GetProperty("t")));
        var heart = data.GetProperty("traces").EnumerateArray().Single(trace => trace.GetProperty("key").GetString() == "heart");
        Assert.Equal(Enumerable.Range(0, 600).Select(second => 130.0 + (second % 40)), PageFile.Column(heart.GetProperty("v")));
        var places = PageFile.Column(data.GetProperty("x")).Zip(PageFile.Column(data.GetProperty("y"))).ToArray();
        Assert.All(places, place => Assert.True(place is { First: >= 0 and <= 480, Second: >= 0 and <= 440 }));
    }

    [Fact]
    public void Hundred_thousand_points_fit_in_a_megabyte()
    {
        var page = PageFile.Write(PageFile.Ride(100_000));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 50_000, 1_000_000);
        Assert.InRange(PageFile.Column(PageFile.Data(page).GetProperty("t")).Length, 1000, 4000);
    }

    [Fact]
    public void Findings_are_marked_at_their_point_on_route_and_charts()
    {
        // A heart rate of 255 at two points, from the 300th.
        var text = Encoding.UTF8.GetString(PageFile.Ride(600).Content.Span).Split('\n');
        text[302] = text[302].Replace("<t:hr>150<", "<t:hr>255<", StringComparison.Ordinal);
        var page = PageFile.Write(Text.File("a.gpx", string.Join('\n', text)));

        var marks = Mark().Matches(page);
        Assert.Equal(["1"], marks.Select(mark => mark.Groups["number"].Value));
        Assert.Equal(["300"], marks.Select(mark => mark.Groups["row"].Value));
        Assert.Contains("<li id=\"finding-1\">", page, StringComparison.Ordinal);
        Assert.Contains("<code>GEN0401</code> <span class=\"place\">line 303, column 2</span>", page, StringComparison.Ordinal);
        var data = PageFile.Data(page);
        var (x, y) = (PageFile.Column(data.GetProperty("x"))[300], PageFile.Column(data.GetProperty("y"))[300]);
        var circle = RouteMark().Match(page);
        Assert.Equal(x, double.Parse(circle.Groups["x"].Value, CultureInfo.InvariantCulture), 0.1);
        Assert.Equal(y, double.Parse(circle.Groups["y"].Value, CultureInfo.InvariantCulture), 0.1);
    }

    [Fact]
    public void Page_states_that_the_file_has_no_findings() =>
        Assert.Contains("No findings.", PageFile.Write(PageFile.Ride(600)), StringComparison.Ordinal);

    [Fact]
    public void Pause_interrupts_the_charts()
    {
        var lines = Encoding.UTF8.GetString(PageFile.Ride(600).Content.Span).Split('\n');
        var page = PageFile.Write(Text.File("a.gpx", string.Join('\n', lines.Where((_, i) => i is < 202 or > 302))));

        Assert.Equal(2, HeartLine().Match(page).Groups["path"].Value.Count(letter => letter == 'M'));
    }

    [Fact]
    public void Hidden_start_and_end_are_not_in_the_file()
    {
        // The same recorded distances, start, and end; only positions near them differ.
        var one = Move(shift: 0);
        var other = Move(shift: 0.0005);

        Assert.NotEqual(Write(one, 0), Write(other, 0));
        var hidden = Write(one, 300);
        Assert.Equal(hidden, Write(other, 300));
        Assert.Contains("Positions within 300 m of start and end are not part of this file", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"start\"", hidden, StringComparison.Ordinal);
        var x = PageFile.Column(PageFile.Data(hidden).GetProperty("x"));
        Assert.True(double.IsNaN(x[0]) && double.IsNaN(x[^1]) && !double.IsNaN(x[100]));
    }

    [Fact]
    public void Route_that_is_hidden_completely_has_no_picture()
    {
        var page = Write(Move(shift: 0), 100_000);

        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"x\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Page_is_the_same_in_every_culture(string culture)
    {
        var file = PageFile.Ride(2000);
        var expected = PageFile.Write(file);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, PageFile.Write(file));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Strength_workout_has_its_sets_and_no_charts()
    {
        var page = PageFile.Write(ActivityFile.FromBytes(
            "a.json", File.ReadAllBytes(RepositoryFiles.PathOf("module", "samples", "strength-workout.json"))));

        Assert.Contains("<h2>Sets</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Route_without_times_is_shown_over_distance()
    {
        var points = string.Concat(Enumerable.Range(0, 50).Select(i => MessagePoint(i)));
        var page = PageFile.Write(Text.File("a.gpx",
            $"<gpx version=\"1.1\" creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{points}</trkseg></trk></gpx>"));

        Assert.Contains(" km</text>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-axis=\"t\"", page, StringComparison.Ordinal);

        static string MessagePoint(int i) => FormattableString.Invariant(
            $"<trkpt lat=\"{46 + (i / 500.0):0.0000}\" lon=\"8\"><ele>{400 + i}</ele></trkpt>");
    }

    [Fact]
    public void Any_file_of_the_corpus_has_a_page()
    {
        Corpus.Require();
        var paths = Directory.EnumerateFiles(Corpus.Root!, "*.*", SearchOption.AllDirectories);
        foreach (var path in paths.Where(path => !path.EndsWith(".jsonl", StringComparison.Ordinal)))
        {
            var file = ActivityFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
            var page = PageFile.Write(file);
            Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", Script().Replace(page, ""), StringComparison.Ordinal);
            Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        }
    }

    /// <summary>A line to the north and back to 200 m from the start, with recorded distances.</summary>
    private static Activity Move(double shift)
    {
        double[] latitudes = [.. Enumerable.Range(0, 200).Select(i => 46 + (Math.Min(i, 202 - i) * 0.0005))];
        latitudes[1] += shift / 2;
        return new Activity
        {
            Name = "Ride",
            SportType = SportType.Parse("Ride"),
            Streams = new ActivityStreams
            {
                Count = 200,
                Origin = new DateTimeOffset(2025, 6, 14, 6, 0, 0, TimeSpan.Zero),
                Time = [.. Enumerable.Range(0, 200).Select(i => i * 10.0)],
                Distance = [.. Enumerable.Range(0, 200).Select(i => i * 55.0)],
                Latitude = [.. latitudes],
                Longitude = [.. Enumerable.Range(0, 200).Select(i => 8 + (i is 1 or 2 or 198 ? shift : i % 199 * 0.00001))],
            },
        };
    }

    private static string Write(Activity activity, double radius)
    {
        using var bytes = new MemoryStream();
        ActivityWriter.Write(bytes, ActivityFileFormat.Tcx, [activity], false, TestContext.Current.CancellationToken);
        return PageFile.Write(
            ActivityFile.FromBytes("a.tcx", bytes.ToArray()),
            new ActivityPageOptions { HiddenRadius = radius, Measures = new MeasureOptions { MaxHeartRate = 180 } });
    }

    private static string Hash(Match match) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups["text"].Value)))}'";

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline, 5000)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline, 5000)]
    private static partial Regex Script();

    [GeneratedRegex("data-key=\"heart\".*?<path class=\"line\" d=\"(?<path>[^\"]*)\"", RegexOptions.Singleline, 5000)]
    private static partial Regex HeartLine();

    [GeneratedRegex("data-row=\"(?<row>[0-9]+)\" x=[^>]*><a [^>]*href=\"#finding-(?<number>[0-9]+)\">", RegexOptions.None, 5000)]
    private static partial Regex Mark();

    [GeneratedRegex("#finding-1\"><circle cx=\"(?<x>[0-9.]+)\" cy=\"(?<y>[0-9.]+)\"", RegexOptions.None, 5000)]
    private static partial Regex RouteMark();
}
