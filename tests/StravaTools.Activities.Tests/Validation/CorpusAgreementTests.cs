using System.Globalization;
using System.Text.Json;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Every file of the corpus agrees with expected.jsonl, except for the listed differences.</summary>
public sealed class CorpusAgreementTests
{
    /// <summary>By path and field. A difference that no longer exists fails the test.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["tcx/placemark_togeojson__tcx-courses.tcx sumTotalTimeSeconds"] = OnlyCourses,
        ["tcx/placemark_togeojson__tcx-courses.tcx sumDistanceMeters"] = OnlyCourses,
    };

    private const string OnlyCourses = "The oracle adds up the laps of activities. The file has courses, which Strava reads, too.";

    public static TheoryData<string> Files => [.. Corpus.Entries("fit"), .. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_agrees_with_the_other_decoders(string path)
    {
        var expected = Corpus.Expected(path);
        var file = ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));
        var content = file.ReadContent(TestContext.Current.CancellationToken);
        var values = path[..3] switch
        {
            "fit" => Fit(expected.GetProperty("csharpSdk"), file, content),
            "gpx" => Gpx(Count(expected), content),
            _ => Tcx(Count(expected), content),
        };

        var different = values.Where(value => value.Expected != value.Actual).ToList();

        Assert.All(different, value =>
            Assert.True(Allowed.ContainsKey($"{path} {value.Field}"), $"{value.Field}: {value.Expected} there, {value.Actual} here"));
        Assert.Equal(
            Allowed.Keys.Where(key => key.StartsWith(path + " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            different.Select(value => $"{path} {value.Field}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_of_the_corpus_is_listed()
    {
        Corpus.Require();
        var files = Directory.EnumerateFiles(Corpus.Root!, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Corpus.Root!, path).Replace('\\', '/')).Where(path => path.Contains('/', StringComparison.Ordinal));

        Assert.Equal(files.Order(StringComparer.Ordinal), Files.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    private static JsonElement Count(JsonElement expected) => expected.GetProperty("xml").GetProperty("count");

    private static IEnumerable<(string Field, string Expected, string Actual)> Fit(JsonElement sdk, ActivityFile file, ActivityContent content)
    {
        yield return ("isFit", Shown(sdk, "isFit"), (file.Format == ActivityFileFormat.Fit).ToString());
        yield return ("integrity", Shown(sdk, "integrity"), content.Findings.All(finding => finding.RuleId != "FIT0101").ToString());
        if (sdk.GetProperty("fileIdTypes").ValueKind == JsonValueKind.Array)
        {
            var isActivity = sdk.GetProperty("fileIdTypes").EnumerateArray().Any(type => type.GetString() == "Activity");
            yield return ("fileIdTypes", isActivity.ToString(), content.Findings.All(finding => finding.RuleId != "FIT0105").ToString());
        }
    }

    private static IEnumerable<(string Field, string Expected, string Actual)> Gpx(JsonElement count, ActivityContent content)
    {
        yield return ("ele", Shown(count, "ele"), Values(content, streams => streams.Altitude.Count(float.IsFinite)));
        yield return ("distance", Shown(count.GetProperty("sensors"), "distance"), Values(content, DistanceCount));
    }

    private static IEnumerable<(string Field, string Expected, string Actual)> Tcx(JsonElement count, ActivityContent content)
    {
        if (count.ValueKind == JsonValueKind.Null)
        {
            yield break;
        }

        yield return ("altitude", Shown(count, "altitude"), Values(content, streams => streams.Altitude.Count(float.IsFinite)));
        yield return ("distance", Shown(count, "distance"), Values(content, DistanceCount));
        yield return ("maxDistance", Shown(count, "maxDistance"),
            Shown(content.Activities.SelectMany(activity => activity.Streams.Distance).Where(double.IsFinite).Cast<double?>().Max()));
        yield return ("sumTotalTimeSeconds", Shown(count, "sumTotalTimeSeconds"), Sum(content, lap => lap.ElapsedTime?.TotalSeconds));
        yield return ("sumDistanceMeters", Shown(count, "sumDistanceMeters"), Sum(content, lap => lap.Distance));
        yield return ("sumCalories", Shown(count, "sumCalories"), Sum(content, lap => lap.Calories));
    }

    private static int DistanceCount(ActivityStreams streams) => streams.Distance.Count(double.IsFinite);

    private static string Values(ActivityContent content, Func<ActivityStreams, int> count) =>
        content.Activities.Sum(activity => count(activity.Streams)).ToString(CultureInfo.InvariantCulture);

    private static string Sum(ActivityContent content, Func<Lap, double?> value) =>
        Shown(content.Activities.SelectMany(activity => activity.Laps).Sum(lap => value(lap) ?? 0));

    private static string Shown(JsonElement parent, string name)
    {
        var value = parent.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number)
        {
            return Shown(value.GetDouble());
        }

        return value.ToString();
    }

    private static string Shown(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
