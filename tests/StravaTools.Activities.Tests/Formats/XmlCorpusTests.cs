using System.Text.Json;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats;

/// <summary>Real GPX and TCX files: our results agree with those of an independent XML reader (expected.jsonl).</summary>
public sealed class XmlCorpusTests
{
    public static TheoryData<string> Gpx => Corpus.Entries("gpx");

    public static TheoryData<string> Tcx => Corpus.Entries("tcx");

    [Theory]
    [MemberData(nameof(Gpx))]
    public void Gpx_agrees_with_the_oracle(string path)
    {
        var (xml, content) = Read(path);
        var count = xml.GetProperty("count");
        AssertPoints(count, "trkpt", "trkpt", content);
        var sensors = count.GetProperty("sensors");
        Assert.Equal(sensors.GetProperty("hr").GetInt32(), Values(content, streams => streams.HeartRate));
        Assert.Equal(sensors.GetProperty("cad").GetInt32(), Values(content, streams => streams.Cadence));
        Assert.Equal(sensors.GetProperty("power").GetInt32(), Values(content, streams => streams.Power));
        Assert.Equal(sensors.GetProperty("temp").GetInt32(), Values(content, streams => streams.Temperature));
        Assert.All(content.Activities, activity => Assert.Equal(xml.GetProperty("creator").GetString(), activity.Creator));
        Assert.All(content.Activities, activity => Assert.Equal(First(count.GetProperty("trkType")), activity.Sport));
    }

    [Theory]
    [MemberData(nameof(Tcx))]
    public void Tcx_agrees_with_the_oracle(string path)
    {
        var (xml, content) = Read(path);
        var count = xml.GetProperty("count");
        if (count.ValueKind == JsonValueKind.Null)
        {
            Assert.Empty(content.Activities);
            return;
        }

        AssertPoints(count, "trackpoints", "withPosition", content);
        var sensors = count.GetProperty("sensors");
        Assert.Equal(sensors.GetProperty("hr").GetInt32(), Values(content, streams => streams.HeartRate));
        Assert.Equal(sensors.GetProperty("cad").GetInt32()
            + sensors.GetProperty("runCadence").GetInt32(), Values(content, streams => streams.Cadence));
        Assert.Equal(sensors.GetProperty("watts").GetInt32(), Values(content, streams => streams.Power));
        Assert.Equal(sensors.GetProperty("speed").GetInt32(), Values(content, streams => streams.Speed));
        Assert.Equal(count.GetProperty("laps").GetInt32(),
            content.Activities.Where(activity => activity.Sport is not null).Sum(activity => activity.Laps.Length));
        Assert.Equal(First(count.GetProperty("sports")), content.Activities[0].Sport);
        Assert.Equal(First(count.GetProperty("creator")), content.Activities[0].Creator);
        var highest = content.Activities.SelectMany(activity => activity.Streams.HeartRate).Where(float.IsFinite)
            .Select(beats => (double?)beats).Max();
        Assert.Equal(Number(count.GetProperty("maxHr")), highest);
    }

    [Theory]
    [MemberData(nameof(Gpx))]
    [MemberData(nameof(Tcx))]
    public void Verdict_follows_from_the_findings_of_the_oracle(string path)
    {
        var expected = Corpus.Expected(path);
        var report = ActivityValidator.Validate(ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path)),
            TestContext.Current.CancellationToken);
        var errors = report.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.RuleId[3..]).Distinct()
            .ToList();

        Assert.Equal(ExpectedErrors(expected), errors);
        Assert.Equal(errors.Count == 0, report.IsValid);
    }

    /// <summary>By the last four digits of the rule: no activity, unreadable values, points without time, no points.</summary>
    private static string[] ExpectedErrors(JsonElement expected)
    {
        var count = expected.GetProperty("xml").GetProperty("count");
        if (count.ValueKind == JsonValueKind.Null)
        {
            return ["0102"];
        }

        var time = count.GetProperty("time");
        var points = count.GetProperty(count.TryGetProperty("trkpt", out _) ? "trkpt" : "trackpoints").GetInt32();
        if (expected.GetProperty("why").GetString()!.StartsWith("INVALID values", StringComparison.Ordinal))
        {
            return ["0105"];
        }

        if (time.GetProperty("unparsableTime").GetInt32() > 0)
        {
            return ["0107"];
        }

        if (points == 0)
        {
            return ["0103"];
        }

        if (time.GetProperty("missingOrEmptyTime").GetInt32() > 0)
        {
            return ["0102"];
        }

        return [];
    }

    private static (JsonElement Xml, ActivityContent Content) Read(string path) =>
        (Corpus.Expected(path).GetProperty("xml"),
            ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path)).ReadContent(TestContext.Current.CancellationToken));

    private static void AssertPoints(JsonElement count, string points, string positions, ActivityContent content)
    {
        var time = count.GetProperty("time");
        var noTime = time.GetProperty("missingOrEmptyTime").GetInt32() + time.GetProperty("unparsableTime").GetInt32();
        var all = content.Activities.SelectMany(
            activity => Enumerable.Range(0, activity.Streams.Count).Select(point => (activity.Streams, point))).ToList();
        var times = all.Select(at => at.Streams.TimeOf(at.point)).OfType<DateTimeOffset>().ToList();

        Assert.Equal(count.GetProperty(points).GetInt32(), all.Count);
        Assert.Equal(count.GetProperty(positions).GetInt32() - count.GetProperty("badLatLon").GetInt32(),
            all.Count(at => at.Streams.HasPosition(at.point)));
        Assert.Equal(all.Count - noTime, times.Count);
        Assert.Equal(Time(time, "first"), times.Select(Milliseconds).Cast<DateTimeOffset?>().FirstOrDefault());
        Assert.Equal(Time(time, "last"), times.Select(Milliseconds).Cast<DateTimeOffset?>().LastOrDefault());
    }

    /// <summary>The oracle cuts fractions off at milliseconds.</summary>
    private static DateTimeOffset Milliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            (long)Math.Round(time.ToUniversalTime().Subtract(DateTimeOffset.UnixEpoch).TotalMilliseconds));

    private static DateTimeOffset? Time(JsonElement time, string name)
    {
        if (time.TryGetProperty(name, out var value))
        {
            return value.GetDateTimeOffset();
        }

        return null;
    }

    private static int Values(ActivityContent content, Func<ActivityStreams, IEnumerable<float>> stream) =>
        content.Activities.SelectMany(activity => stream(activity.Streams)).Count(float.IsFinite);

    private static string? First(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()).FirstOrDefault();

    private static double? Number(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.GetDouble();
        }

        return null;
    }
}
