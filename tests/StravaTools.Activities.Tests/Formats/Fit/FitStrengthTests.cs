using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Strength workouts: sets, with or without records.</summary>
public sealed class FitStrengthTests
{
    private const uint Start = FitBuilder.Start;

    [Fact]
    [Clause("UP-082", "UP-083", "UP-084", "UP-085", "UP-086", "UP-087", "UP-088")]
    public void Set_contains_exercise_repetitions_weight_and_time()
    {
        var activity = Sets(FitBuilder.NewActivity()).SessionAt(0, TotalElapsedTime(900)).ReadOne();
        Assert.Equal(
            [
                new WorkoutSet("24/15", 12, 42.5, TimeSpan.FromSeconds(30.5), FitBuilder.StartTime),
                new WorkoutSet(null, null, null, TimeSpan.FromSeconds(60), FitBuilder.StartTime.AddSeconds(31), IsRest: true),
                new WorkoutSet("8", null, null, null, null),
            ],
            activity.Sets);
    }

    [Fact]
    [Clause("UP-089", "UP-097")]
    public void Start_of_sets_without_records_follows_from_end_and_elapsed_time()
    {
        var activity = Sets(FitBuilder.NewActivity())
            .Message(FitBuilder.Session, TotalElapsedTime(900))
            .Message(FitBuilder.Activity, Timestamp(Start + 900), LocalTimestamp(Start + 900 + 7200))
            .ReadOne();
        Assert.Equal(FitBuilder.StartTime, activity.StartTime);
        Assert.Equal(TimeSpan.FromHours(2), activity.StartTime!.Value.Offset);
        Assert.Equal(TimeSpan.FromSeconds(900), activity.ElapsedTime);
    }

    [Fact]
    [Clause("UP-094")]
    public void Sets_without_records_are_valid_with_end_and_elapsed_time()
    {
        var report = Validate(Sets(FitBuilder.NewActivity())
            .SessionAt(0, SessionSport(10), SessionSubSport(20), TotalElapsedTime(900))
            .Message(FitBuilder.Activity, Timestamp(Start + 900)));
        Assert.Empty(report.Findings);
    }

    [Fact]
    [Clause("UP-095")]
    public void Sets_without_records_and_activity_timestamp_are_refused()
    {
        var finding =
            Assert.Single(Validate(Sets(FitBuilder.NewActivity()).SessionAt(0, SessionSport(10), TotalElapsedTime(900))).Findings);
        Assert.Equal(("FIT0106", Severity.Error), (finding.RuleId, finding.Severity));
        Assert.Contains("no activity message with a timestamp", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("UP-096")]
    public void Sets_without_records_and_elapsed_time_are_refused()
    {
        var builder = Sets(FitBuilder.NewActivity());
        var session = builder.Position + 6 + (3 * 2);
        var report = Validate(builder.SessionAt(0, SessionSport(10)).Message(FitBuilder.Activity, Timestamp(Start + 900)));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("FIT0106", Severity.Error, (long?)session), (finding.RuleId, finding.Severity, finding.Offset));
        Assert.Contains("no session message with a total_elapsed_time", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_with_records_need_no_activity_timestamp_or_elapsed_time()
    {
        Assert.Empty(Validate(Sets(FitBuilder.NewActivity().RecordAt(0)).SessionAt(0, SessionSport(10))).Findings);
    }

    private static FitBuilder Sets(FitBuilder builder) => builder
        .Message(
            FitBuilder.Set,
            new(0, FitType.UInt32, 30_500),
            new(3, FitType.UInt16, 12),
            new(4, FitType.UInt16, 42.5 * 16),
            new(5, FitType.UInt8, 1),
            new(6, FitType.UInt32, Start),
            new(7, FitType.UInt16, new int?[] { 24, 8, null }),
            new(8, FitType.UInt16, new int?[] { 15, 0, null }))
        .Message(
            FitBuilder.Set,
            new(0, FitType.UInt32, 60_000),
            new(5, FitType.UInt8, 0),
            new(6, FitType.UInt32, Start + 31),
            new(7, FitType.UInt16, null))
        .Message(FitBuilder.Set, new FitValue(5, FitType.UInt8, 1), new FitValue(7, FitType.UInt16, 8));

    private static ActivityFileReport Validate(FitBuilder builder) =>
        ActivityValidator.Validate(builder.ToFile(), TestContext.Current.CancellationToken);
}
