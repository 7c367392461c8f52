using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>The checks there are. A new one is a file under Rules and a line here.</summary>
internal static class ActivityChecks
{
    public static IReadOnlyList<ActivityCheck> All { get; } =
    [
        PointsRule.CheckActivities,
        PointTimeRule.CheckActivities,
        TimeLineRules.CheckActivities,
        DateRules.CheckActivities,
        DuplicatePointsRule.CheckActivities,
        PositionRules.CheckActivities,
        SpeedRules.CheckActivities,
        SensorRules.CheckActivities,
        DistanceRule.CheckActivities,
        LapRules.CheckActivities,
        ElapsedTimeRule.CheckActivities,
        BarometerRules.CheckActivities,
    ];
}
