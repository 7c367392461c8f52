using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>The times of the summary agree with the recorded points.</summary>
internal static class ElapsedTimeRule
{
    /// <summary>A device that is saved later than stopped, or gets its GPS fix late, is off by a minute or two.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>A fraction of the time; the rounding of many laps and automatic pauses adds up.</summary>
    private const double TolerablePart = 0.05;

    private static readonly ActivityFileRule Rule = new(
        "GEN0503", Severity.Warning, "The elapsed time agrees with the points",
        "Strava shows either the time of the summary or that of the points, and one of them is wrong.",
        "Correct the summary. Elapsed time includes pauses; timer time (or active time) does not. Both are in seconds; FIT stores " +
        "milliseconds.")
    {
        Example = "A session whose total_elapsed_time is 3.6 s (written without the scale of 1000) and records of an hour.",
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
            findings.Add(
                Rule,
                $"The points cover {FormatDuration(recorded)}, but the elapsed time is {FormatDuration(elapsed)}.",
                activity.Location);
        }

        if (activity.ElapsedTime is { } total && IsMore(activity.TimerTime, total))
        {
            findings.Add(
                Rule,
                $"The time without pauses is {FormatDuration(activity.TimerTime)}, but the elapsed time is only {FormatDuration(total)}.",
                activity.Location);
        }
    }

    private static bool IsMore(TimeSpan? time, TimeSpan than) => time > than + Tolerance && time > than * (1 + TolerablePart);

    private static string FormatDuration(TimeSpan? time)
    {
        if (time is { } shown)
        {
            return MessageText.Format($"{(long)shown.TotalHours}:{shown:mm\\:ss}");
        }

        return "";
    }
}
