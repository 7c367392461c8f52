using System.Globalization;
using System.Text.Json;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Real files, compared with the results of Garmin's SDK for C# and four other decoders.</summary>
public sealed class FitCorpusTests
{
    public static TheoryData<string> Files => Corpus.Entries("fit");

    /// <summary>The files that Garmin's SDK for C# can read. The others have only a verdict.</summary>
    public static TheoryData<string> FilesThatTheSdkReads => Corpus.Root is null
        ? Files
        : [.. Files.Select(row => row.Data).Where(path => Oracle(path).GetProperty("read").ValueKind != JsonValueKind.Null)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Verdicts_match_those_of_the_other_decoders(string path)
    {
        var verdict = Corpus.Expected(path).GetProperty("decoders").GetProperty("verdict").GetString();
        var findings = Read(path).ReadContent(TestContext.Current.CancellationToken).Findings;
        var isDamaged = findings.Any(finding => finding is { Severity: Severity.Error, RuleId: "FIT0101" or "FIT0104" });
        Assert.True(isDamaged == (verdict == "invalid"), $"{verdict}: {string.Join(' ', findings)}");
    }

    [Theory]
    [Clause("UP-023")]
    [MemberData(nameof(FilesThatTheSdkReads))]
    public void Messages_match_those_of_the_SDK_of_Garmin(string path)
    {
        var (oracle, activities) = ReadWithOracle(path);
        var counts = oracle.GetProperty("counts");
        int Count(string message) => counts.TryGetProperty(message, out var count) ? count.GetInt32() : 0;

        Assert.Equal(Count("Record"), activities.Sum(activity => activity.Streams.Count));
        Assert.Equal(Count("Record") == 0 ? 0 : Math.Max(Count("Session"), 1), activities.Count);
        Assert.Equal(activities.Count == 0 ? 0 : Count("Lap"), activities.Sum(activity => activity.Laps.Length));
        Assert.Equal(Count("Length"), activities.Sum(activity => activity.Lengths.Length));
        Assert.Equal(Count("Set"), activities.Sum(activity => activity.Sets.Length));
        Assert.Equal(Count("Split"), activities.Sum(activity => activity.Splits.Length));
        Assert.Equal(Count("Hr") > 0, activities.Any(activity => !activity.HeartRateSamples.IsEmpty));
    }

    [Theory]
    [MemberData(nameof(FilesThatTheSdkReads))]
    public void Points_match_those_of_the_SDK_of_Garmin(string path)
    {
        var (oracle, activities) = ReadWithOracle(path);
        var points = activities.SelectMany(activity => Enumerable.Range(0, activity.Streams.Count).Select(i => (activity.Streams, i)))
            .ToList();
        var times = points.Select(point => point.Streams.TimeOf(point.i)).Where(time => time is not null).ToList();

        // The SDK keeps hr messages separate; we add them to points without a heart rate.
        var heartRates = activities.Where(activity => activity.HeartRateSamples.IsEmpty).SelectMany(activity => activity.Streams.HeartRate)
            .Where(rate => !float.IsNaN(rate)).ToList();

        Assert.Equal(TimeOrNull(oracle.GetProperty("first")), times.Min());
        Assert.Equal(TimeOrNull(oracle.GetProperty("last")), times.Max());
        Assert.Equal(oracle.GetProperty("noTimestamp").GetInt32(), points.Count - times.Count);
        Assert.Equal(oracle.GetProperty("position").GetInt32(), points.Count(point => point.Streams.HasPosition(point.i)));
        Assert.Equal(NumberOrNull(oracle.GetProperty("maxHr")), heartRates.Count == 0 ? null : heartRates.Max());
    }

    [Theory]
    [MemberData(nameof(FilesThatTheSdkReads))]
    public void Summary_of_the_first_session_matches_that_of_the_SDK_of_Garmin(string path)
    {
        var (oracle, activities) = ReadWithOracle(path);
        if (oracle.GetProperty("sport").GetString() is not { } sport)
        {
            Assert.Empty(activities);
            return;
        }

        var subSport = oracle.GetProperty("subSport").GetString();
        var expected = subSport is null or "Generic" ? sport : $"{sport}/{subSport}";
        var first = activities[0];
        Assert.Equal(expected, first.Sport!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        Assert.Equal(NumberOrNull(oracle.GetProperty("totalDistance")) ?? double.NaN, first.Distance ?? double.NaN, 0.001);
        Assert.Equal(NumberOrNull(oracle.GetProperty("totalElapsedTime")), first.ElapsedTime?.TotalSeconds);
    }

    [Fact]
    public void Workout_of_30_sets_without_records_is_valid()
    {
        var file = Read("fit/mhballin_liftosaur-garmin-uploader__test.fit");
        var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
        var activity = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);
        Assert.Empty(report.Findings);
        Assert.Equal("WeightTraining", report.SportType?.Name);
        Assert.Equal(30, activity.Sets.Length);
    }

    [Theory]
    [InlineData("fit/dtcooper_python-fitparse__Settings2.fit", "2 (settings)")]
    [InlineData("fit/Daniel-Vitanza_Garmin-Strength-Training-Fit-File-Generator__FullBody_-_Beginner_-_A_workout.fit", "5 (workout)")]
    public void Settings_and_plans_are_not_activities(string path, string type)
    {
        var finding = Assert.Single(ActivityValidator.Validate(Read(path), TestContext.Current.CancellationToken).Findings);
        Assert.Equal("FIT0105", finding.RuleId);
        Assert.Contains(type, finding.Message, StringComparison.Ordinal);
    }

    private static ActivityFile Read(string path) => ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));

    private static (JsonElement Oracle, IReadOnlyList<Activity> Activities) ReadWithOracle(string path) =>
        (Oracle(path), Read(path).ReadContent(TestContext.Current.CancellationToken).Activities);

    private static JsonElement Oracle(string path) => Corpus.Expected(path).GetProperty("csharpSdk");

    private static DateTimeOffset? TimeOrNull(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static double? NumberOrNull(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
