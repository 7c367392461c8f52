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

    /// <summary>
    /// A stated time that is longer than the points is usual: the recording was paused at the end, or has few points. A factor
    /// above this indicates a wrong unit: minutes and seconds differ by 60, seconds and milliseconds by 1000.
    /// </summary>
    private const double UnitFactor = 10;

    private static readonly ActivityFileRule Rule = new(
        "GEN0503", Severity.Warning, "The elapsed time agrees with the points",
        "Strava shows either the time of the summary or that of the points, and one of them is wrong.",
        "Correct the summary. Elapsed time includes pauses; timer time (or active time) does not. Both are in seconds; FIT stores " +
        "milliseconds.")
    {
        Example = "A session whose total_elapsed_time is 3.6 s (written without the scale of 1000) and records of an hour.",
        Sections = [Docs.Fit, Docs.Tcx, Docs.JsonStructure],
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
        var range = activity.Streams.FindTimeRange();
        var recorded = range?.End - range?.Start;
        if (activity.ElapsedTime is { } elapsed && (IsMore(recorded, elapsed) || IsOtherUnit(elapsed, recorded, activity)))
        {
            findings.Add(
                Rule,
                $"The points cover {FormatDuration(recorded)}, but the elapsed time is {FormatDuration(elapsed)}.",
                activity.Location);
        }
        else if (SumOfLaps(activity) is { } laps && IsOtherUnit(laps, recorded, activity))
        {
            findings.Add(
                Rule, $"The points cover {FormatDuration(recorded)}, but the laps add up to {FormatDuration(laps)}.", activity.Location);
        }

        if (activity.ElapsedTime is { } total && IsMore(activity.TimerTime, total))
        {
            findings.Add(
                Rule,
                $"The time without pauses is {FormatDuration(activity.TimerTime)}, but the elapsed time is only {FormatDuration(total)}.",
                activity.Location);
        }
    }

    /// <summary>Sets and pool lengths have times of their own, so a few points among them say nothing.</summary>
    private static bool IsOtherUnit(TimeSpan stated, TimeSpan? recorded, Activity activity) =>
        recorded is { Ticks: > 0 } && activity.Sets.IsEmpty && activity.Lengths.IsEmpty
        && stated.TotalSeconds > recorded.Value.TotalSeconds * UnitFactor && IsMore(stated, recorded.Value);

    private static TimeSpan? SumOfLaps(Activity activity)
    {
        if (activity.Laps.Any(lap => lap.ElapsedTime is not null))
        {
            return Durations.FromSeconds(activity.Laps.Sum(lap => lap.ElapsedTime?.TotalSeconds ?? 0));
        }

        return null;
    }

    /// <summary>In seconds, since a forged time may be so long that adding to it overflows.</summary>
    private static bool IsMore(TimeSpan? time, TimeSpan than) =>
        time?.TotalSeconds > than.TotalSeconds + Tolerance.TotalSeconds && time?.TotalSeconds > than.TotalSeconds * (1 + TolerablePart);

    private static string FormatDuration(TimeSpan? time)
    {
        if (time is { } shown)
        {
            return MessageText.Format($"{(long)shown.TotalHours}:{shown:mm\\:ss}");
        }

        return "";
    }
}
