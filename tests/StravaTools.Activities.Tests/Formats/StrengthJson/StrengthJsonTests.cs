using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Validation;
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
    [Clause("UP-133", "UP-136", "UP-138", "UP-139", "UP-142", "UP-146", "UP-152", "UP-184")]
    public void Documented_example_is_valid_and_read_completely()
    {
        var activity = Text.Read("a.json", Example);

        Assert.Empty(Text.Validate("a.json", Example).Findings);
        Assert.Equal("WeightTraining", Text.Validate("a.json", Example).SportType?.Name);
        Assert.Equal(new DateTimeOffset(2025, 1, 15, 0, 30, 0, TimeSpan.FromHours(-8)), activity.StartTime);
        Assert.Equal(TimeSpan.FromHours(-8), activity.StartTime!.Value.Offset);
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(40), 450.0),
            (activity.ElapsedTime, activity.TimerTime, activity.Calories));
        Assert.Equal("My App", activity.Creator);
        Assert.Equal(new WorkoutSet("BARBELL_BENCH_PRESS", 10, 60, null, null), activity.Sets[0]);
        Assert.Equal(new WorkoutSet("PLANK_GENERIC", null, null, TimeSpan.FromMinutes(1), null), activity.Sets[3]);
        Assert.Equal([72f, 95, 110, 100, 118], activity.Streams.HeartRate);
        Assert.Equal([0.0, 60, 120, 180, 240], activity.Streams.Time);
    }

    [Theory]
    [Clause(
        "UP-128", "UP-129", "UP-130", "UP-131", "UP-132", "UP-134", "UP-135", "UP-137", "UP-143", "UP-144", "UP-145", "UP-148", "UP-149",
        "UP-150", "UP-151")]
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
    [InlineData("[0, 60", "[0.5, 60", "JSN0103")]
    [InlineData("[72, 95", "[72.5, 95", "JSN0103")]
    [InlineData("-28800", "-28800.5", "JSN0103")]
    [InlineData("450", "\"450\"", "JSN0103")]
    [InlineData("\"My App\"", "5", "JSN0103")]
    [InlineData("\"PLANK_GENERIC\"", "5", "JSN0103")]
    [InlineData("\"duration\": 60", "\"duration\": \"60\"", "JSN0103")]
    [InlineData("{\n\"name\": \"My App\"\n}", "\"My App\"", "JSN0103")]
    [InlineData("[72, 95", "[95", "JSN0106")]
    [InlineData("08:30:00Z", "", "JSN0107")]
    [InlineData("08:30:00Z", "08:30:00", "JSN0108")]
    [InlineData("\"elapsed_time\": 3600,", "\"elapsed_time\": 3600", "JSN0101")]
    public void Violation_of_each_documented_rule_is_an_error(string original, string broken, string ruleId)
    {
        Assert.Contains(original, Example, StringComparison.Ordinal);
        var report = Text.Validate("a.json", Example.Replace(original, broken, StringComparison.Ordinal));

        var finding = report.Finding(ruleId);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.NotNull(finding.Line);
        Assert.False(report.IsValid);
    }

    [Theory]
    [Clause("UP-140", "UP-141")]
    [InlineData("\"sets\": null", "JSN0104")]
    [InlineData("\"sets\": []", "JSN0105")]
    [InlineData("\"sets\": 5", "JSN0103")]
    [InlineData("\"other\": 5", "JSN0104")]
    public void A_file_without_sets_is_refused(string sets, string ruleId)
    {
        var report = Text.Validate("a.json", Example[..Example.IndexOf("\"sets\"", StringComparison.Ordinal)] + sets + " }");

        Assert.Contains(report.Findings, finding => finding.RuleId == ruleId);
        Assert.False(report.IsValid);
    }

    [Theory]
    [Clause("UP-147")]
    [InlineData("2025-01-15T08:35:00Z", null)]
    [InlineData("2025-01-15T08:35:00", "JSN0108")]
    [InlineData("half past eight", "JSN0107")]
    public void Set_can_contain_its_start_time(string time, string? ruleId)
    {
        var text = Example.Replace("\"duration\": 60", $"\"start_time\": \"{time}\"", StringComparison.Ordinal);

        Assert.Equal(ruleId, Text.Validate("a.json", text).Findings.SingleOrDefault()?.RuleId);
        Assert.True(ruleId is not null
            || Text.Read("a.json", text).Sets[3].StartTime == new DateTimeOffset(2025, 1, 15, 8, 35, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Finding_contains_line_and_column()
    {
        var finding = Text.Validate("a.json", Example.Replace("3600", "\"3600\"", StringComparison.Ordinal)).Finding("JSN0103");

        Assert.Equal((5, 17), (finding.Line, finding.Column));
    }

    [Theory]
    [Clause("UP-273")]
    [InlineData("MOON_PRESS")]
    [InlineData("plank_generic")]
    [InlineData("Plank")]
    [InlineData("")]
    public void Exercise_that_is_not_in_the_list_is_a_warning(string exercise)
    {
        var report = Text.Validate("a.json", Example.Replace("PLANK_GENERIC", exercise, StringComparison.Ordinal));
        var finding = report.Finding("JSN0109");

        Assert.True(report.IsValid);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains($"'{exercise}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"elapsed_time\": 3600", "\"elapsed_time\": -5")]
    [InlineData("\"active_time\": 2400", "\"active_time\": -1")]
    [InlineData("\"duration\": 60", "\"duration\": -60")]
    public void Negative_seconds_are_reported(string original, string negative)
    {
        Assert.Contains(original, Example, StringComparison.Ordinal);

        Assert.Equal(Severity.Warning,
            Text.Validate("a.json", Example.Replace(original, negative, StringComparison.Ordinal)).Finding("JSN0110").Severity);
    }

    [Fact]
    public void All_656_exercises_are_known()
    {
        Assert.Equal(656, ExerciseTypes.All.Count);
        Assert.Equal(509, ExerciseTypes.All.Count(exercise => exercise.IsDocumented));
        Assert.Equal(34, ExerciseTypes.All.Select(exercise => exercise.Group).Distinct().Count());
        var sets = string.Join(',', ExerciseTypes.All.Select(exercise => $"{{\"exercise_type\": \"{exercise.Name}\"}}"));
        var text = Example[..Example.IndexOf("\"sets\"", StringComparison.Ordinal)] + $"\"sets\": [{sets}] }}";

        Assert.Empty(Text.Validate("a.json", text).Findings);
    }

    [Fact]
    public void Unknown_fields_are_skipped() =>
        Assert.Empty(Text.Validate("a.json",
            Example.Replace("{\n\"version\"", "{\n\"mood\": {\"a\": [1, {}]},\n\"version\"", StringComparison.Ordinal)).Findings);

    [Fact]
    public void Text_after_the_end_is_an_error_with_one_place()
    {
        var finding = Text.Validate("a.json", Example + "\nx").Finding("JSN0101");
        Assert.Equal((Example.Count(c => c == '\n') + 2, 1), (finding.Line, finding.Column));
        Assert.DoesNotContain("LineNumber", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sets\": null", "JSN0104")]
    [InlineData("\"sets\": {}", "JSN0103")]
    [InlineData("\"sets\": [null]", "JSN0103")]
    [InlineData("\"sets\": [7]", "JSN0103")]
    [InlineData("\"sets\": [{ \"exercise_type\": 7 }]", "JSN0103")]
    [InlineData("\"sets\": [{ \"exercise_type\": null }]", "JSN0104")]
    [InlineData("\"sets\": [{ \"exercise_type\": \"PLANK_GENERIC\", \"weight\": 1e999 }]", "JSN0103")]
    public void Fault_of_the_sets_is_one_finding(string sets, string ruleId)
    {
        var text = Example[..Example.IndexOf("\"sets\"", StringComparison.Ordinal)] + sets + " }";

        Assert.Equal(ruleId, Assert.Single(Text.Validate("a.json", text).Findings).RuleId);
    }

    [Theory]
    [InlineData("\"time\": null", "JSN0104")]
    [InlineData("\"time\": 5, \"heartrate\": [72]", "JSN0103")]
    [InlineData("\"time\": [0, null]", "JSN0103")]
    [InlineData("\"time\": [null, null]", "JSN0103")]
    [InlineData("\"time\": [0], \"heartrate\": [null]", "JSN0103")]
    [InlineData("\"time\": [0], \"active\": [null]", "JSN0103")]
    [InlineData("\"time\": [0], \"heartrate\": [\"72\"]", "JSN0103")]
    [InlineData("\"time\": [-10, 0]", "JSN0110")]
    public void Fault_of_the_streams_is_one_finding(string streams, string ruleId) =>
        Assert.Equal(ruleId, Assert.Single(Text.Validate(ExampleFiles.Json(more: $"\"streams\": {{ {streams} }}")).Findings).RuleId);

    [Theory]
    [InlineData("\"streams\": null")]
    [InlineData("\"active_time\": null, \"creator\": null")]
    [InlineData("\"streams\": { \"time\": [0, 60.0], \"heartrate\": null, \"active\": null }")]
    [InlineData("\"active_time\": 60.0")]
    public void Null_is_an_absent_optional_field_and_an_integer_may_have_a_point(string fields) =>
        Assert.Empty(Text.Validate(ExampleFiles.Json(more: fields)).Findings);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_in_UTF_16_is_named(bool hasMark)
    {
        var bytes = Encoding.Unicode.GetBytes((hasMark ? "\uFEFF" : "") + Example);
        var finding = Text.Validate(ActivityFile.FromBytes("a.json", bytes)).Finding("GEN0102");

        Assert.Contains("it is text in UTF-16", finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2]", "it is a JSON array")]
    [InlineData("no activity", "it is plain text")]
    [InlineData("<# A comment of PowerShell. #>", "it is plain text")]
    [InlineData("<!-- not finished", "it looks like XML or HTML")]
    public void Other_text_is_described(string text, string description) =>
        Assert.Contains(description, Text.Validate("a.json", text).Finding("GEN0102").What, StringComparison.Ordinal);

    [Fact]
    public void Json_nested_ten_thousand_deep_is_an_error() =>
        Text.Validate("a.json", "{\"a\":" + new string('[', 10_000)).Finding("JSN0101");
}
