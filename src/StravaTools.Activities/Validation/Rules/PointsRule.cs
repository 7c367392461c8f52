using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>An activity has recorded points, or sets.</summary>
internal static class PointsRule
{
    private const string Why = "Strava refuses a file without samples: 'The file is empty'.";
    private const string WhatToDo = "If there was no recording, create the activity with New-StravaActivity instead.";

    public static readonly ActivityFileRule Fit = new("FIT0103", Severity.Error, "A FIT file has record or set messages", Why, WhatToDo)
    {
        Example = "file_id and session messages, but no record and no set.",
        Sections = [Docs.FileTypes, Docs.Fit],
    };

    public static readonly ActivityFileRule Gpx = new("GPX0103", Severity.Error, "A GPX file has track points", Why, WhatToDo)
    {
        Example = """<trk><trkseg></trkseg></trk>""",
        Sections = [Docs.FileTypes],
    };

    public static readonly ActivityFileRule Tcx = new("TCX0103", Severity.Error, "A TCX file has track points", Why, WhatToDo)
    {
        Example = """<Lap StartTime="2025-06-14T06:30:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds></Lap>""",
        Sections = [Docs.FileTypes],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Fit, Gpx, Tcx];

    public static void CheckActivities(ActivityCheckContext context)
    {
        if (context.Activities.Any(activity => activity.Streams.Count > 0 || activity.Sets.Any(set => !set.IsRest)))
        {
            return;
        }

        switch (context.Format)
        {
            case ActivityFileFormat.Fit:
                context.Findings.Add(Fit, "There is no record and no set in the file.");
                break;
            case ActivityFileFormat.Gpx:
                context.Findings.Add(Gpx, "There is no track point in the file; waypoints and routes are no recording.");
                break;
            case ActivityFileFormat.Tcx:
                context.Findings.Add(Tcx, "There is no track point in the file; summed-up laps alone are no recording.");
                break;
        }
    }
}
