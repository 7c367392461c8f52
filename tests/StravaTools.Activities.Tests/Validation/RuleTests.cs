namespace StravaTools.Activities.Tests.Validation;

/// <summary>For every rule, a file that breaks it is reported, and a similar file is not.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, int> Rows => RuleCases.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Violation_is_reported_with_place_and_count(string ruleId, int index)
    {
        var known = RuleCases.Get(ruleId, index);
        var rule = ActivityFileRules.All.Single(rule => rule.Id == ruleId);

        var finding = RuleCases.Validate(known.Breaks).Finding(ruleId);

        Assert.Equal(rule.Severity, finding.Severity);
        Assert.Equal(known.Count, finding.Count);
        Assert.Equal(known.HasPlace, finding.Line is not null || finding.Offset is not null);
        Assert.Contains(known.MessagePart, finding.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{rule.Why} {rule.WhatToDo}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Valid_file_has_no_finding_of_the_rule(string ruleId, int index)
    {
        var report = RuleCases.Validate(RuleCases.Get(ruleId, index).Keeps);

        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == ruleId);
        Assert.True(report.IsValid, string.Join(Environment.NewLine, report.Findings));
    }

    [Fact]
    public void Valid_files_break_no_rule() =>
        Assert.All(
            [ExampleFiles.GoodFit, ExampleFiles.GoodGpx, ExampleFiles.GoodTcx, ExampleFiles.GoodJson],
            file => Assert.Empty(RuleCases.Validate(file).Findings));

    /// <summary>Only Strava can check that the name is unique. Its presence, and that ANT+ assigned the number, can be checked.</summary>
    [Theory]
    [Clause("UP-099", "UP-199", "UP-200", "UP-201")]
    [InlineData("TCX0112")]
    [InlineData("FIT0109")]
    [InlineData("FIT0113")]
    [InlineData("GPX0110")]
    public void Missing_or_unregistered_device_is_reported(string ruleId)
    {
        var known = RuleCases.Get(ruleId, 0);

        Assert.Contains(RuleCases.Validate(known.Breaks).Findings, finding => finding.RuleId == ruleId);
        Assert.Empty(RuleCases.Validate(known.Keeps).Findings);
    }

    [Fact]
    public void Dates_in_the_future_are_reported_only_if_the_current_time_is_known()
    {
        var file = ExampleFiles.Json(start: "\"2099-01-01T00:00:00Z\"");

        Assert.Empty(Text.Validate(file).Findings);
        Assert.Equal("GEN0205", Assert.Single(RuleCases.Validate(file).Findings).RuleId);
    }

    [Fact]
    public void Many_unknown_exercises_have_few_findings()
    {
        var sets = string.Join(",", Enumerable.Range(0, 100).Select(i => $$"""{ "exercise_type": "SOMETHING_ELSE_{{i}}" }"""));

        var findings = RuleCases.Validate(ExampleFiles.Json(sets: sets)).Findings;

        Assert.Equal(21, findings.Count);
        Assert.Equal(100, findings.Sum(finding => finding.Count));
    }
}
