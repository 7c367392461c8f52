using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>The findings of the validator in FIT files.</summary>
public sealed class FitRuleTests
{
    [Fact]
    public void A_ride_with_records_and_a_session_breaks_no_rule()
    {
        var report = Validate(FitBuilder.NewActivity().RecordAt(0).RecordAt(5).SessionAt(0, SessionSport(2), TotalElapsedTime(5)));
        Assert.Empty(report.Findings);
        Assert.True(report.IsValid);
        Assert.Equal((ActivityFileFormat.Fit, "fit", 2), (report.Format!.Value, report.DataType, report.PointCount));
    }

    [Theory]
    [Clause("UP-022")]
    [InlineData(2, "2 (settings)")]
    [InlineData(5, "5 (workout)")]
    [InlineData(6, "6 (course)")]
    [InlineData(99, "99 (99)")]
    public void A_file_of_another_type_is_refused(int type, string description)
    {
        var finding =
            Assert.Single(Validate(new FitBuilder().Message(FitBuilder.FileId, new FitValue(0, FitType.Enum, type)).RecordAt(0)).Findings);
        Assert.Equal(("FIT0105", Severity.Error, (long?)23), (finding.RuleId, finding.Severity, finding.Offset));
        Assert.Contains($"file_id message is {description}.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_type_is_a_warning()
    {
        var report = Validate(new FitBuilder()
            .Message(FitBuilder.FileId, new(0, FitType.Enum, null), new(1, FitType.UInt16, 1), new(2, FitType.UInt16, 2),
                new(4, FitType.UInt32, FitBuilder.Start))
            .RecordAt(0).SessionAt(0, SessionSport(2)));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("FIT0115", Severity.Warning), (finding.RuleId, finding.Severity));
        Assert.Contains("The type in the file_id message is missing.", finding.Message, StringComparison.Ordinal);
        Assert.True(report.IsValid);
    }

    [Fact]
    public void A_missing_file_id_is_a_warning()
    {
        var finding = Assert.Single(Validate(new FitBuilder().RecordAt(0).SessionAt(0, SessionSport(2))).Findings);
        Assert.Equal(("FIT0115", Severity.Warning), (finding.RuleId, finding.Severity));
        Assert.Contains("The file has no file_id message", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activity_of_a_chain_counts_and_not_the_settings_before_it()
    {
        byte[] chain =
        [
            .. new FitBuilder().Message(FitBuilder.FileId, new FitValue(0, FitType.Enum, 2)).ToBytes(),
            .. FitBuilder.NewActivity().RecordAt(0).SessionAt(0, SessionSport(2)).ToBytes(),
        ];
        Assert.Empty(ActivityValidator.Validate(ActivityFile.FromBytes("ride.fit", chain), TestContext.Current.CancellationToken).Findings);
    }

    [Fact]
    [Clause("UP-018")]
    public void Records_without_timestamp_are_refused()
    {
        var finding = Assert.Single(
            Validate(FitBuilder.NewActivity().RecordAt(0).Message(FitBuilder.Record, HeartRate(100))
                .SessionAt(0, SessionSport(2))).Findings);
        Assert.Equal(("FIT0102", Severity.Error, 1), (finding.RuleId, finding.Severity, finding.Count));
        Assert.NotNull(finding.Offset);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Records_without_timestamp_are_valid_if_the_lengths_of_a_swim_have_times(int records)
    {
        var fit = FitBuilder.NewActivity();
        for (var i = 1; i <= records; i++)
        {
            fit.Message(FitBuilder.Record, Distance(25 * i));
        }

        Assert.Empty(
            Validate(fit.Message(FitBuilder.Length, Swim(0)).Message(FitBuilder.Length, Swim(30)).SessionAt(0, SessionSport(5))).Findings);
    }

    [Fact]
    public void A_file_without_record_and_set_is_refused()
    {
        var finding = Assert.Single(Validate(FitBuilder.NewActivity().SessionAt(0, SessionSport(2))).Findings);
        Assert.Equal(("FIT0103", Severity.Error), (finding.RuleId, finding.Severity));
    }

    [Fact]
    public void File_without_session_is_a_warning()
    {
        var report = Validate(FitBuilder.NewActivity().RecordAt(0));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("FIT0107", Severity.Warning), (finding.RuleId, finding.Severity));
        Assert.True(report.IsValid);
    }

    [Fact]
    public void Session_without_sport_is_a_warning()
    {
        var builder = FitBuilder.NewActivity().RecordAt(0);
        var session = builder.Position + 6 + (3 * 2);
        var finding = Assert.Single(Validate(builder.SessionAt(0, SessionSport(null))).Findings);
        Assert.Equal(("FIT0108", Severity.Warning, (long?)session), (finding.RuleId, finding.Severity, finding.Offset));
    }

    [Fact]
    public void Too_many_sessions_are_refused()
    {
        var builder = FitBuilder.NewActivity().RecordAt(0);
        for (var i = 0u; i < 1001; i++)
        {
            builder.SessionAt(i, SessionSport(2));
        }

        Assert.Equal("FIT0104", Assert.Single(Validate(builder).Findings).RuleId);
        Assert.Equal(1000, builder.Read().Count);
    }

    private static FitValue[] Swim(uint second) =>
        [new(2, FitType.UInt32, FitBuilder.Start + second), new(3, FitType.UInt32, 25_500), new(12, FitType.Enum, 1)];

    private static ActivityFileReport Validate(FitBuilder builder) =>
        ActivityValidator.Validate(builder.ToFile(), TestContext.Current.CancellationToken);
}
