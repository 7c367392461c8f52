using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities.Formats.Tcx.Rules;

/// <summary>What the points of a TCX file must have, and how its creator names a barometer.</summary>
internal static class TcxPointRules
{
    private static readonly ActivityFileRule PointTime = PointTimeRule.Create(
        "TCX0102", "Every TCX trackpoint has a time",
        "<Trackpoint><HeartRateBpm><Value>141</Value></HeartRateBpm></Trackpoint>", Docs.FileTypes);

    private static readonly ActivityFileRule NoPoints = NoPointsRule.Create(
        "TCX0103", "A TCX file has track points",
        """<Lap StartTime="2025-06-14T06:30:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds></Lap>""", Docs.FileTypes);

    private static readonly ActivityFileRule Barometer =
        BarometerRule.Create("TCX0109", "<Creator><Name>My Awesome Device (barometer)</Name></Creator>");

    public static IReadOnlyList<ActivityFileRule> All { get; } = [PointTime, NoPoints, Barometer];

    public static void CheckActivities(ActivityCheckContext context)
    {
        NoPointsRule.CheckActivities(NoPoints, "The file has no track point; lap summaries alone are not a recording.", context);
        foreach (var activity in context.Activities)
        {
            PointTimeRule.CheckActivity(PointTime, activity, context.Findings);
        }

        BarometerRule.CheckActivities(Barometer, context);
    }
}
