namespace StravaTools.Activities.Validation;

/// <summary>An activity has recorded points, or sets.</summary>
internal static class PointsRule
{
    private const string Why = "Strava refuses a file without samples: 'The file is empty'.";
    private const string WhatToDo = "If there was no recording, create the activity with New-StravaActivity instead.";

    public static readonly ActivityFileRule Fit = new("FIT0103", Severity.Error, "A FIT file has record or set messages", Why, WhatToDo);
    public static readonly ActivityFileRule Gpx = new("GPX0103", Severity.Error, "A GPX file has track points", Why, WhatToDo);
    public static readonly ActivityFileRule Tcx = new("TCX0103", Severity.Error, "A TCX file has track points", Why, WhatToDo);

    public static void Check(ActivityFileFormat format, IReadOnlyList<Activity> activities, FindingCollector findings)
    {
        if (activities.Any(activity => activity.Streams.Count > 0 || activity.Sets.Any(set => !set.IsRest)))
        {
            return;
        }

        switch (format)
        {
            case ActivityFileFormat.Fit:
                findings.Add(Fit, "There is no record and no set in the file.");
                break;
            case ActivityFileFormat.Gpx:
                findings.Add(Gpx, "There is no track point in the file; waypoints and routes are no recording.");
                break;
            case ActivityFileFormat.Tcx:
                findings.Add(Tcx, "There is no track point in the file; summed-up laps alone are no recording.");
                break;
        }
    }
}
