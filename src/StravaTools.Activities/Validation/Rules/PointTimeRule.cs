using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Every recorded point has a time. Each format that requires it has the rule with its own ID.</summary>
internal static class PointTimeRule
{
    public static ActivityFileRule Create(string id, string title, string example, params IReadOnlyList<string> sections) => new(
        id, Severity.Error, title,
        $"Strava requires a time in each track point or record ({Docs.FileTypes}). Otherwise, it answers 'Time information is " +
        "missing from file.'",
        "Export the file with times. A planned route has no times and is not an activity.")
    {
        Example = example,
        Sections = sections,
        Refusals = [Refusals.MissingTime],
    };

    public static void CheckActivity(ActivityFileRule rule, Activity activity, FindingCollector findings)
    {
        var streams = activity.Streams;
        var times = streams.Time.AsSpan();
        var missing = new PointCounter();
        for (var i = 0; i < streams.Count; i++)
        {
            if (times.IsEmpty || double.IsNaN(times[i]))
            {
                missing.CountPoint(i);
            }
        }

        if (missing.Count > 0)
        {
            missing.Report(findings, rule, streams, $"{missing.Count:N0} of {streams.Count:N0} points have no time.");
        }
    }
}
