namespace StravaTools.Activities.Validation;

/// <summary>A check of activities that were read; the format decides which rule of a family is broken.</summary>
internal delegate void ActivityCheck(ActivityFileFormat format, IReadOnlyList<Activity> activities, FindingCollector findings);

/// <summary>The checks there are. A new one is a file under Rules and a line here.</summary>
internal static class ActivityRules
{
    public static IReadOnlyList<ActivityCheck> All { get; } = [PointsRule.Check, PointTimeRule.Check];
}
