using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities.Formats.Gpx.Rules;

/// <summary>What the points of a GPX file must have, and how its creator names a barometer.</summary>
internal static class GpxPointRules
{
    private static readonly ActivityFileRule PointTime = PointTimeRule.Create(
        "GPX0102", "Every GPX track point has a time", """<trkpt lat="46.57" lon="8.41"><ele>2436</ele></trkpt>""", Docs.FileTypes);

    private static readonly ActivityFileRule NoPoints = NoPointsRule.Create(
        "GPX0103", "A GPX file has track points", "<trk><trkseg></trkseg></trk>", Docs.FileTypes);

    private static readonly ActivityFileRule Barometer = BarometerRule.Create(
        "GPX0108", """<gpx version="1.1" creator="Best app ever with barometer 2.0" xmlns="http://www.topografix.com/GPX/1/1">""");

    public static IReadOnlyList<ActivityFileRule> All { get; } = [PointTime, NoPoints, Barometer];

    public static void CheckActivities(ActivityCheckContext context)
    {
        NoPointsRule.CheckActivities(NoPoints, "The file has no track point; waypoints and routes are not a recording.", context);
        foreach (var activity in context.Activities)
        {
            PointTimeRule.CheckActivity(PointTime, activity, context.Findings);
        }

        BarometerRule.CheckActivities(Barometer, context);
    }
}
