using StravaTools.Activities.Validation;
using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>GEN0601 and GEN0602: the same activity twice in one call.</summary>
public sealed class SeenActivitiesTests
{
    private const string Later = """{ "exercise_type": "PLANK_GENERIC", "duration": 61 }""";

    private readonly SeenActivities _seen = new(ValidationOptions.Default);

    [Fact]
    public void Repeated_content_is_reported_with_the_name_of_the_first_file()
    {
        Assert.Empty(Add(GoodGpx).Findings);

        var finding = Assert.Single(Add(ActivityFile.FromBytes("copy.gpx.gz", Text.Gzip(GoodGpx.Bytes.ToArray()))).Findings);

        Assert.Equal(("GEN0601", Severity.Warning), (finding.RuleId, finding.Severity));
        Assert.Contains("'a.gpx'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_start_and_sport_in_another_format_are_reported()
    {
        Add(GoodTcx);

        Assert.Equal("GEN0602", Assert.Single(Add(GoodFit).Findings).RuleId);
    }

    [Fact]
    public void File_without_sport_can_be_the_same_activity()
    {
        Add(GoodTcx);

        Assert.Equal("GEN0602", Assert.Single(Add(GoodGpx).Findings).RuleId);
    }

    [Fact]
    public void Another_sport_or_another_start_is_another_activity()
    {
        Add(GoodTcx);

        Assert.Empty(Add(Tcx(Trackpoint(0), "Sport=\"Running\"")).Findings);
        Assert.Empty(Add(Text.File("b.tcx",
            System.Text.Encoding.UTF8.GetString(GoodTcx.Bytes.Span).Replace("06:30:", "06:31:", StringComparison.Ordinal))).Findings);
    }

    [Fact]
    public void Invalid_files_are_compared_only_by_content()
    {
        Add(Text.File("a.txt", "no activity"));
        Assert.DoesNotContain(Add(Text.File("b.txt", "no activity")).Findings,
            finding => finding.RuleId.StartsWith("GEN06", StringComparison.Ordinal));
        Add(Json(version: "\"2.0\""));

        Assert.Contains(Add(Json(version: "\"2.0\"")).Findings, finding => finding.RuleId == "GEN0601");
        Assert.DoesNotContain(Add(Json(version: "\"2.0\"", sets: Later)).Findings, finding => finding.RuleId == "GEN0602");
    }

    [Fact]
    public void Duplicates_are_not_reported_if_the_rule_is_excluded()
    {
        var seen = new SeenActivities(new ValidationOptions { ExcludedRules = ["GEN06*"] });

        seen.CheckForDuplicate(Text.Validate(GoodGpx), GoodGpx.Sha256);

        Assert.Empty(seen.CheckForDuplicate(Text.Validate(GoodGpx), GoodGpx.Sha256).Findings);
    }

    private ActivityFileReport Add(ActivityFile file) => _seen.CheckForDuplicate(Text.Validate(file), file.Sha256);
}
