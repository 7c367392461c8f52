using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Every recorded point has a time.</summary>
internal static class PointTimeRule
{
    private const string Why = $"Strava requires a time with each trackpoint or record ({Docs.FileTypes}), else: 'Time information is missing from file.'";
    private const string WhatToDo = "Export the file with times. A planned route has none and is no activity.";

    public static readonly ActivityFileRule Fit = new("FIT0102", Severity.Error, "Each FIT record has a timestamp", Why, WhatToDo)
    {
        Example = "A record message without the field timestamp (253), in a file without set or length messages.",
        Sections = [Docs.FileTypes, Docs.Fit],
    };

    public static readonly ActivityFileRule Gpx = new("GPX0102", Severity.Error, "Each GPX track point has a time", Why, WhatToDo)
    {
        Example = """<trkpt lat="46.57" lon="8.41"><ele>2436</ele></trkpt>""",
        Sections = [Docs.FileTypes],
    };

    public static readonly ActivityFileRule Tcx = new("TCX0102", Severity.Error, "Each TCX trackpoint has a time", Why, WhatToDo)
    {
        Example = "<Trackpoint><HeartRateBpm><Value>141</Value></HeartRateBpm></Trackpoint>",
        Sections = [Docs.FileTypes],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Fit, Gpx, Tcx];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if (context.Format == ActivityFileFormat.StrengthJson || (context.Format == ActivityFileFormat.Fit && HasTimesElsewhere(activity)))
            {
                continue;
            }

            CheckStreams(RuleOf(context.Format), activity.Streams, context.Findings);
        }
    }

    /// <summary>
    /// In sets: strava-uploads.md, "FIT", has an exception for files that contain them. In pool lengths: some watches record a swim with times
    /// in the lengths only, and Strava accepts these files.
    /// </summary>
    private static bool HasTimesElsewhere(Activity activity) =>
        !activity.Sets.IsEmpty || (activity.Streams.Time.IsEmpty && activity.Lengths.Any(length => length.StartTime is not null));

    private static void CheckStreams(ActivityFileRule rule, ActivityStreams streams, FindingCollector findings)
    {
        var times = streams.Time.AsSpan();
        var missing = new PointCounter();
        for (var i = 0; i < streams.Count; i++)
        {
            if (times.IsEmpty || double.IsNaN(times[i]))
            {
                missing.CountPoint(i);
            }
        }

        missing.Report(findings, rule, streams, $"{missing.Count:N0} of {streams.Count:N0} points have no time.");
    }

    private static ActivityFileRule RuleOf(ActivityFileFormat format) => format switch
    {
        ActivityFileFormat.Gpx => Gpx,
        ActivityFileFormat.Tcx => Tcx,
        _ => Fit,
    };
}
