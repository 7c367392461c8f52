using System.Collections.Immutable;
using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Laps and sets lie within their activity.</summary>
internal static class LapRules
{
    /// <summary>
    /// Seconds. Laps start with a button, points come every few seconds, and devices write the last lap when the activity is saved.
    /// </summary>
    private const double Tolerance = 120;

    private static readonly ActivityFileRule Lap = new(
        "GEN0501", Severity.Warning, "Laps lie within the activity",
        $"Strava reads laps from FIT and TCX ({Docs.Fit}); a lap outside the activity shows no pace or a wrong one.",
        "Correct the start of the lap. It must be in UTC or have an offset, like the times of the points.")
    {
        Example = """<Lap StartTime="2025-06-14T08:30:00Z"> around points at 06:30Z: local time marked as UTC.""",
        Sections = [Docs.Fit, Docs.Tcx],
    };

    private static readonly ActivityFileRule Set = new(
        "GEN0502", Severity.Warning, "Sets lie within the activity",
        $"The start of a set is an instant ({Docs.JsonSets}), between start_time and start_time plus elapsed_time.",
        "Correct start_time of the set, or elapsed_time of the activity.")
    {
        Example = """{ "exercise_type": "PLANK_GENERIC", "start_time": "2025-01-16T08:35:00Z" } in a workout on the day before.""",
        Sections = [Docs.JsonSets, Docs.Fit],
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [Lap, Set];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if ((activity.Laps.IsEmpty && activity.Sets.IsEmpty) || SpanOf(activity) is not { } span)
            {
                continue;
            }

            for (var i = 0; i < activity.Laps.Length; i++)
            {
                var lap = activity.Laps[i];
                var location = LocationOf(activity.LapLocations, i);
                CheckPart(Lap, "A lap begins or ends outside the activity.", lap.StartTime, lap.ElapsedTime, location);
            }

            for (var i = 0; i < activity.Sets.Length; i++)
            {
                var set = activity.Sets[i];
                CheckPart(
                    Set, "A set begins or ends outside the activity.", set.StartTime, set.Duration, LocationOf(activity.SetLocations, i));
            }

            void CheckPart(ActivityFileRule rule, string what, DateTimeOffset? start, TimeSpan? duration, SourceLocation location)
            {
                var begin = Seconds(start);
                var end = begin + duration?.TotalSeconds;
                if (begin < span.Start - Tolerance || begin > span.End + Tolerance || end > span.End + Tolerance)
                {
                    context.Findings.Add(rule, what, location, example: MessageText.Format($"{start:yyyy-MM-dd'T'HH:mm:ssK}"));
                }
            }
        }
    }

    /// <summary>The time of the points or of the summary, whichever is longer. Null if either end is unknown.</summary>
    private static (double Start, double End)? SpanOf(Activity activity)
    {
        var streams = activity.Streams;
        var start = Smaller(Seconds(activity.StartTime), Seconds(streams.Origin));
        var end = Larger(Seconds(activity.StartTime) + activity.ElapsedTime?.TotalSeconds, Seconds(streams.LastTime));
        if (start is { } from && end is { } to)
        {
            return (from, to);
        }

        return null;
    }

    /// <summary>In seconds, since a forged time may lie at the end of the calendar, where adding to it overflows.</summary>
    private static double? Seconds(DateTimeOffset? time) => time?.UtcTicks / (double)TimeSpan.TicksPerSecond;

    private static double? Smaller(double? one, double? other)
    {
        if (one is null || other < one)
        {
            return other;
        }

        return one;
    }

    private static double? Larger(double? one, double? other)
    {
        if (one is null || other > one)
        {
            return other;
        }

        return one;
    }

    private static SourceLocation LocationOf(ImmutableArray<SourceLocation> locations, int index)
    {
        if (index < locations.Length)
        {
            return locations[index];
        }

        return SourceLocation.None;
    }
}
