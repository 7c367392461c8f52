using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.StrengthJson;

/// <summary>strava-uploads.md, "JSON - Strength Training (Limited)".</summary>
public sealed class StrengthJsonTests
{
    /// <summary>The document's example file.</summary>
    private const string Example = """
        {
        "version": "1.0",
        "start_time": "2025-01-15T08:30:00Z",
        "utc_offset": -28800,
        "elapsed_time": 3600,
        "active_time": 2400,
        "total_calories": 450,
        "creator": {
        "name": "My App"
        },
        "streams": {
        "time": [0, 60, 120, 180, 240],
        "active": [true, true, true, false, true],
        "heartrate": [72, 95, 110, 100, 118]
        },
        "sets": [
        { "exercise_type": "BARBELL_BENCH_PRESS", "repetitions": 10, "weight": 60.0 },
        { "exercise_type": "BARBELL_BENCH_PRESS", "repetitions": 8, "weight": 65.0 },
        { "exercise_type": "BARBELL_BACK_SQUAT", "repetitions": 8, "weight": 80.0 },
        { "exercise_type": "PLANK_GENERIC", "duration": 60 }
        ]
        }
        """;

    [Fact]
    public void The_documented_example_is_valid_and_read_whole()
    {
        var activity = Text.Read("a.json", Example);

        Assert.Empty(Text.Validate("a.json", Example).Findings);
        Assert.Equal(new DateTimeOffset(2025, 1, 15, 0, 30, 0, TimeSpan.FromHours(-8)), activity.StartTime);
        Assert.Equal(TimeSpan.FromHours(-8), activity.StartTime!.Value.Offset);
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(40), 450.0), (activity.ElapsedTime, activity.TimerTime, activity.Calories));
        Assert.Equal("My App", activity.Creator);
        Assert.Equal(new WorkoutSet("BARBELL_BENCH_PRESS", 10, 60, null, null), activity.Sets[0]);
        Assert.Equal(new WorkoutSet("PLANK_GENERIC", null, null, TimeSpan.FromMinutes(1), null), activity.Sets[3]);
        Assert.Equal([72f, 95, 110, 100, 118], activity.Streams.HeartRate);
        Assert.Equal([0.0, 60, 120, 180, 240], activity.Streams.Time);
    }

    [Theory]
    [InlineData("\"version\": \"1.0\",", "", "JSN0104")]
    [InlineData("\"start_time\": \"2025-01-15T08:30:00Z\",", "", "JSN0104")]
    [InlineData("\"utc_offset\": -28800,", "", "JSN0104")]
    [InlineData("\"elapsed_time\": 3600,", "", "JSN0104")]
    [InlineData("\"exercise_type\": \"PLANK_GENERIC\", ", "", "JSN0104")]
    [InlineData("\"time\": [0, 60, 120, 180, 240],", "", "JSN0104")]
    [InlineData("\"1.0\"", "\"2.0\"", "JSN0102")]
    [InlineData("\"1.0\"", "1.0", "JSN0103")]
    [InlineData("3600", "\"3600\"", "JSN0103")]
    [InlineData("3600", "3600.5", "JSN0103")]
    [InlineData("2400", "true", "JSN0103")]
    [InlineData("\"repetitions\": 10", "\"repetitions\": [10]", "JSN0103")]
    [InlineData("60.0", "\"60 kg\"", "JSN0103")]
    [InlineData("[true, true", "[1, true", "JSN0103")]
    [InlineData("{\n\"name\": \"My App\"\n}", "\"My App\"", "JSN0103")]
    [InlineData("[72, 95", "[95", "JSN0106")]
    [InlineData("08:30:00Z", "", "JSN0107")]
    [InlineData("08:30:00Z", "08:30:00", "JSN0108")]
    [InlineData("\"elapsed_time\": 3600,", "\"elapsed_time\": 3600", "JSN0101")]
    public void Each_documented_rule_is_an_error_when_broken(string original, string broken, string ruleId)
    {
        Assert.Contains(original, Example, StringComparison.Ordinal);
        var report = Text.Validate("a.json", Example.Replace(original, broken, StringComparison.Ordinal));

        var finding = report.Finding(ruleId);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.NotNull(finding.Line);
        Assert.False(report.IsValid);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_file_without_sets_is_refused(string sets)
    {
        var text = Example[..Example.IndexOf("\"sets\"", StringComparison.Ordinal)] + $"\"sets\": {sets} }}";

        Assert.Contains(Text.Validate("a.json", text).Findings, finding => finding.RuleId is "JSN0105" or "JSN0104");
    }

    [Fact]
    public void A_finding_tells_line_and_column()
    {
        var finding = Text.Validate("a.json", Example.Replace("3600", "\"3600\"", StringComparison.Ordinal)).Finding("JSN0103");

        Assert.Equal((5, 17), (finding.Line, finding.Column));
    }

    [Fact]
    public void An_exercise_that_is_not_in_the_list_is_a_warning_since_the_list_grows()
    {
        var report = Text.Validate("a.json", Example.Replace("PLANK_GENERIC", "MOON_PRESS", StringComparison.Ordinal));

        Assert.True(report.IsValid);
        Assert.Contains("MOON_PRESS", report.Finding("JSN0109").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_656_exercises_are_known()
    {
        Assert.Equal(656, ExerciseTypes.All.Count);
        Assert.Equal(34, ExerciseTypes.All.Select(exercise => exercise.Group).Distinct().Count());
        var sets = string.Join(',', ExerciseTypes.All.Select(exercise => $"{{\"exercise_type\": \"{exercise.Name}\"}}"));
        var text = Example[..Example.IndexOf("\"sets\"", StringComparison.Ordinal)] + $"\"sets\": [{sets}] }}";

        Assert.Empty(Text.Validate("a.json", text).Findings);
    }

    [Fact]
    public void Unknown_fields_are_passed_over() =>
        Assert.Empty(Text.Validate("a.json", Example.Replace("{\n\"version\"", "{\n\"mood\": {\"a\": [1, {}]},\n\"version\"", StringComparison.Ordinal)).Findings);

    [Fact]
    public void Text_behind_the_end_is_an_error() => Text.Validate("a.json", Example + "x").Finding("JSN0101");

    [Fact]
    public void Json_nested_ten_thousand_deep_is_an_error_and_no_crash() =>
        Text.Validate("a.json", "{\"a\":" + new string('[', 10_000)).Finding("JSN0101");
}
