namespace StravaTools.Activities.Validation;

/// <summary>Every recorded point has a time.</summary>
internal static class PointTimeRule
{
    private const string Why =
        "Strava requires a time with each trackpoint or record (developers.strava.com/docs/uploads, \"Supported File Types\"), else: 'Time information is missing from file.'";

    private const string WhatToDo = "Export the file with times. A planned route has none and is no activity.";

    public static readonly ActivityFileRule Fit = new("FIT0102", Severity.Error, "Each FIT record has a timestamp", Why, WhatToDo);
    public static readonly ActivityFileRule Gpx = new("GPX0102", Severity.Error, "Each GPX track point has a time", Why, WhatToDo);
    public static readonly ActivityFileRule Tcx = new("TCX0102", Severity.Error, "Each TCX trackpoint has a time", Why, WhatToDo);

    public static void Check(ActivityFileFormat format, IReadOnlyList<Activity> activities, FindingCollector findings)
    {
        foreach (var activity in activities)
        {
            // The exception for files that contain sets (strava-uploads.md, "FIT").
            if (format == ActivityFileFormat.StrengthJson || (format == ActivityFileFormat.Fit && !activity.Sets.IsEmpty))
            {
                continue;
            }

            Check(RuleOf(format), activity.Streams, findings);
        }
    }

    private static void Check(ActivityFileRule rule, ActivityStreams streams, FindingCollector findings)
    {
        var missing = streams.Count;
        var first = 0;
        if (!streams.Time.IsEmpty)
        {
            (missing, first) = Missing(streams.Time.AsSpan());
        }

        if (missing > 0)
        {
            findings.Add(rule, $"{missing:N0} of {streams.Count:N0} points have no time.", streams.Locations[first], missing);
        }
    }

    private static (int Count, int First) Missing(ReadOnlySpan<double> times)
    {
        var count = 0;
        var first = 0;
        for (var i = times.Length - 1; i >= 0; i--)
        {
            if (double.IsNaN(times[i]))
            {
                count++;
                first = i;
            }
        }

        return (count, first);
    }

    private static ActivityFileRule RuleOf(ActivityFileFormat format) => format switch
    {
        ActivityFileFormat.Gpx => Gpx,
        ActivityFileFormat.Tcx => Tcx,
        _ => Fit,
    };
}
