namespace StravaTools.Activities.Validation;

/// <summary>A check of activities that were read.</summary>
internal delegate void ActivityCheck(ActivityCheckContext context);

/// <summary>What a check looks at, and where it reports.</summary>
internal sealed class ActivityCheckContext(
    ActivityFileFormat format, IReadOnlyList<Activity> activities, FindingCollector findings, DateTimeOffset? now)
{
    public ActivityFileFormat Format => format;

    public IReadOnlyList<Activity> Activities => activities;

    public FindingCollector Findings => findings;

    /// <summary>The current time; null where nobody told it.</summary>
    public DateTimeOffset? Now => now;
}

/// <summary>The checks there are. A new one is a file under Rules and a line here.</summary>
internal static class ActivityChecks
{
    public static IReadOnlyList<ActivityCheck> All { get; } =
    [
        PointsRule.Check,
        PointTimeRule.Check,
        TimeLineRules.Check,
        DateRules.Check,
        DuplicatePointsRule.Check,
        PositionRules.Check,
        SpeedRules.Check,
        SensorRules.Check,
        DistanceRule.Check,
        LapRules.Check,
        ElapsedTimeRule.Check,
        BarometerRules.Check,
    ];
}
