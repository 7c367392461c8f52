using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Which rules are checked.</summary>
public sealed class SelectionTests
{
    /// <summary>Breaks GPX0102 (Error), GPX0109, GPX0110, and GPX0112 (Information).</summary>
    private static readonly ActivityFile Bad =
        Text.File("a.gpx", "<gpx><trk><trkseg/><trkseg><trkpt lat=\"1\" lon=\"2\"/></trkseg></trk></gpx>");

    [Fact]
    public void All_rules_are_selected_by_default() =>
        Assert.Equal(["GPX0102", "GPX0109", "GPX0110", "GPX0112"], Ids(new ValidationOptions()));

    [Theory]
    [InlineData("GPX0109", "GPX0109")]
    [InlineData("gpx011?", "GPX0110 GPX0112")]
    [InlineData("FIT*", "")]
    [InlineData("GPX*2", "GPX0102 GPX0112")]
    [InlineData("*", "GPX0102 GPX0109 GPX0110 GPX0112")]
    public void Rules_are_included_by_id_and_wildcard(string pattern, string expected) =>
        Assert.Equal(Split(expected), Ids(new ValidationOptions { IncludedRules = [pattern] }));

    [Fact]
    public void Excluded_rules_take_precedence_over_included_ones() =>
        Assert.Equal(["GPX0109"], Ids(new ValidationOptions { IncludedRules = ["GPX01*"], ExcludedRules = ["gpx0110", "*2"] }));

    [Theory]
    [InlineData(Severity.Error, "GPX0102")]
    [InlineData(Severity.Warning, "GPX0102")]
    [InlineData(Severity.Information, "GPX0102 GPX0109 GPX0110 GPX0112")]
    public void Rules_below_the_minimum_severity_are_not_selected(Severity severity, string expected) =>
        Assert.Equal(Split(expected), Ids(new ValidationOptions { MinimumSeverity = severity }));

    [Fact]
    public void File_is_valid_if_no_selected_rule_reports_an_error() =>
        Assert.True(ActivityValidator.Validate(Bad, new ValidationOptions { ExcludedRules = ["GPX0102"] },
            TestContext.Current.CancellationToken).IsValid);

    [Fact]
    public void Excluded_finding_does_not_hide_other_findings()
    {
        // GPX0105 ends the checks of a file before GPX0102, unless it is excluded.
        var file = Text.File("a.gpx", "<gpx><trk><trkseg><trkpt lat=\"x\" lon=\"2\"/></trkseg></trk></gpx>");

        var report = ActivityValidator.Validate(file, new ValidationOptions { ExcludedRules = ["GPX0105"] },
            TestContext.Current.CancellationToken);

        Assert.Equal(1, report.Finding("GPX0102").Count);
    }

    [Fact]
    public void Rules_are_found_by_pattern() =>
        Assert.Equal(["GPX0102", "TCX0102"], ActivityFileRules.FindByPattern("?cx0102").Concat(ActivityFileRules.FindByPattern("GPX0102"))
            .Select(rule => rule.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Ids(ValidationOptions options) =>
        ActivityValidator.Validate(Bad, options, TestContext.Current.CancellationToken).Findings.Select(finding => finding.RuleId)
            .Order(StringComparer.Ordinal);

    private static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
