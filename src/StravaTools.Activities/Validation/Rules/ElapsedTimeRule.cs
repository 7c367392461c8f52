using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The stated times fit the recorded points.</summary>
internal static class ElapsedTimeRule
{
    /// <summary>A device that is stopped and saved later, or found its satellites late, is off by a minute or two.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>Part of the time; rounding of many laps and auto-pauses add up.</summary>
    private const double TolerablePart = 0.05;

    private static readonly ActivityFileRule Rule = new(
        "GEN0503", Severity.Warning, "The elapsed time fits the points",
        "Strava shows the stated time, or that of the points, and nobody can tell which is right.",
        "Correct the summary. Elapsed time includes pauses and the timer's (or active) time leaves them out; all are in seconds, in FIT stored as milliseconds.")
    {
        Example = "A session whose total_elapsed_time is 3.6 s (written without the scale of 1000) above records of an hour.",
        Sections = [Docs.Fit, Docs.JsonStructure],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Rule];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            CheckActivity(activity, context.Findings);
        }
    }

    private static void CheckActivity(Activity activity, FindingCollector findings)
    {
        var recorded = activity.Streams.LastTime - activity.Streams.Origin;
        if (activity.ElapsedTime is { } elapsed && IsMore(recorded, elapsed))
        {
            findings.Add(Rule, $"The points cover {FormatDuration(recorded)}, but the elapsed time is {FormatDuration(elapsed)}.", activity.Location);
        }

        if (activity.ElapsedTime is { } whole && IsMore(activity.TimerTime, whole))
        {
            findings.Add(Rule, $"The time without pauses is {FormatDuration(activity.TimerTime)}, but the elapsed time is only {FormatDuration(whole)}.", activity.Location);
        }
    }

    private static bool IsMore(TimeSpan? time, TimeSpan than) => time > than + Tolerance && time > than * (1 + TolerablePart);

    private static string FormatDuration(TimeSpan? time)
    {
        if (time is { } shown)
        {
            return $"{(long)shown.TotalHours}:{shown:mm\\:ss}";
        }

        return "";
    }
}
