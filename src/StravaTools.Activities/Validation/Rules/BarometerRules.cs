using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The words "with barometer", by which a GPX or TCX file has its elevation taken as it is, are where Strava looks for them.</summary>
internal static class BarometerRules
{
    private const string Word = "barometer";
    private const string Mark = "with barometer";
    private const string Why = $"Strava takes the elevation from such a file as it is if the creator's name ends with \"with barometer\", and looks it up on a map otherwise ({Docs.Device}).";
    private const string WhatToDo = "Let the name end with \"with barometer\" if the points have elevation from one, and leave the words out if not.";

    private static readonly ActivityFileRule Gpx = new("GPX0108", Severity.Warning, "\"with barometer\" is the end of the creator, and there is elevation", Why, WhatToDo)
    {
        Example = """<gpx version="1.1" creator="Best app ever with barometer 2.0" xmlns="http://www.topografix.com/GPX/1/1">""",
        Sections = [Docs.Device],
    };

    private static readonly ActivityFileRule Tcx = new("TCX0109", Severity.Warning, "\"with barometer\" is the end of the creator, and there is elevation", Why, WhatToDo)
    {
        Example = "<Creator><Name>My Awesome Device (barometer)</Name></Creator>",
        Sections = [Docs.Device],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Gpx, Tcx];

    public static void CheckActivities(ActivityCheckContext context)
    {
        if (context.Format is not (ActivityFileFormat.Gpx or ActivityFileFormat.Tcx))
        {
            return;
        }

        var rule = context.Format == ActivityFileFormat.Gpx ? Gpx : Tcx;
        foreach (var activity in context.Activities)
        {
            if (activity.Creator?.TrimEnd() is { } creator && creator.Contains(Word, StringComparison.OrdinalIgnoreCase))
            {
                if (!creator.EndsWith(Mark, StringComparison.OrdinalIgnoreCase))
                {
                    context.Findings.Add(rule, "The creator tells of a barometer, but its name does not end with \"with barometer\".", activity.Location, example: creator);
                }
                else if (activity.Streams.Altitude.IsEmpty)
                {
                    context.Findings.Add(rule, "The creator says \"with barometer\", but no point has an elevation.", activity.Location);
                }
            }
        }
    }
}
