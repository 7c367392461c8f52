using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities.Formats.Fit.Rules;

/// <summary>What the records of a FIT file must have.</summary>
internal static class FitPointRules
{
    private const double MaxLatitude = 90;
    private const double MaxLongitude = 180;

    private static readonly ActivityFileRule PointTime = PointTimeRule.Create(
        "FIT0102", "Every FIT record has a timestamp",
        "A record message without the field timestamp (253), in a file without set or length messages.", Docs.FileTypes, Docs.Fit);

    private static readonly ActivityFileRule NoPoints = NoPointsRule.Create(
        "FIT0103", "A FIT file has record or set messages",
        "file_id and session messages, but no record and no set.", Docs.FileTypes, Docs.Fit);

    private static readonly ActivityFileRule OffTheGlobe = new(
        "FIT0110", Severity.Warning, "FIT positions are within -90 to 90 and -180 to 180 degrees",
        "Strava may show the point in the wrong place or drop it.",
        "Remove the point. If all points are like this, the program that wrote the file confuses degrees and semicircles.")
    {
        Example = "A record whose position_lat is 1431655765: 120 degrees north.",
        Sections = [Docs.Fit],
        Remedy = RuleRemedy.RepairFile,
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [PointTime, NoPoints, OffTheGlobe];

    public static void CheckActivities(ActivityCheckContext context)
    {
        NoPointsRule.CheckActivities(NoPoints, "The file has no record and no set.", context);
        foreach (var activity in context.Activities)
        {
            if (!HasTimesElsewhere(activity))
            {
                PointTimeRule.CheckActivity(PointTime, activity, context.Findings);
            }

            CheckPositions(activity.Streams, context.Findings);
        }
    }

    /// <summary>
    /// In sets: strava-uploads.md, "FIT", has an exception for files that contain them. In pool lengths: some watches record a swim with
    /// times in the lengths only, and Strava accepts these files.
    /// </summary>
    private static bool HasTimesElsewhere(Activity activity) =>
        !activity.Sets.IsEmpty || (activity.Streams.Time.IsEmpty && activity.Lengths.Any(length => length.StartTime is not null));

    private static void CheckPositions(ActivityStreams streams, FindingCollector findings)
    {
        var latitudes = streams.Latitude.AsSpan();
        var longitudes = streams.Longitude.AsSpan();
        if (!StreamColumns.AnyOutside(latitudes, -MaxLatitude, MaxLatitude)
            && !StreamColumns.AnyOutside(longitudes, -MaxLongitude, MaxLongitude))
        {
            return;
        }

        PointCounter outside = default;
        for (var i = 0; i < streams.Count; i++)
        {
            if (streams.HasPosition(i) && (Math.Abs(latitudes[i]) > MaxLatitude || Math.Abs(longitudes[i]) > MaxLongitude))
            {
                outside.CountPoint(i);
            }
        }

        outside.Report(findings, OffTheGlobe, streams, "A position is off the globe.");
    }
}
