using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation.Rules;

/// <summary>Activities are not older than satellite navigation, and not in the future.</summary>
internal static class DateRules
{
    /// <summary>
    /// How wrong the clock of a device, or of this machine, may be. Local time written as UTC is off by more in most of the world.
    /// </summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(15);

    /// <summary>
    /// No recording in these formats is older; an older time comes from a clock that was never set. FIT counts from the end of 1989, and
    /// times that count from when the device was switched on (below 0x10000000) end in 1998.
    /// </summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ActivityFileRule TooEarly = new(
        "GEN0204", Severity.Warning, "Times are not before 2000",
        "The clock of the device was not set, or its week counter rolled over. Strava lists the activity under that date, where it " +
        "is hard to find.",
        "Shift the times to the real start. In the future, let the device get a GPS fix before you start.")
    {
        Example = "<time>1989-12-31T00:08:05Z</time>",
    };

    private static readonly ActivityFileRule InFuture = new(
        "GEN0205", Severity.Warning, "Times are not in the future",
        "The clock of the device is wrong, or local time is marked as UTC.",
        "Set the clock of the device, and shift the times to the real start.")
    {
        Example = "A ride this morning at 09:00 in New Zealand, written as 09:00:00Z: nearly half a day ahead.",
    };

    public static IReadOnlyList<ActivityFileRule> All { get; } = [TooEarly, InFuture];

    public static void CheckActivities(ActivityCheckContext context)
    {
        foreach (var activity in context.Activities)
        {
            if (activity.Streams.Origin is { } origin)
            {
                CheckPoints(activity.Streams, origin, context);
            }
            else if (activity.StartTime is { } start)
            {
                CheckStart(start, context);
            }
        }
    }

    private static void CheckPoints(ActivityStreams streams, DateTimeOffset origin, ActivityCheckContext context)
    {
        var earliest = (Earliest - origin).TotalSeconds;
        var latest = context.Now is { } now ? (now + ClockTolerance - origin).TotalSeconds : double.PositiveInfinity;
        PointCounter early = default, late = default;
        var times = streams.Time.AsSpan();
        if (!StreamColumns.AnyOutside(times, earliest, latest))
        {
            return;
        }

        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] < earliest)
            {
                early.CountPoint(i);
            }
            else if (times[i] > latest)
            {
                late.CountPoint(i);
            }
        }

        early.Report(context.Findings, TooEarly, streams, "A point is before 2000.", FormatTime(streams, early));
        late.Report(context.Findings, InFuture, streams, "A point is in the future.", FormatTime(streams, late));
    }

    private static void CheckStart(DateTimeOffset start, ActivityCheckContext context)
    {
        if (start < Earliest)
        {
            context.Findings.Add(TooEarly, "The activity is before 2000.", example: FormatTime(start));
        }
        else if (start > context.Now + ClockTolerance)
        {
            context.Findings.Add(InFuture, "The activity is in the future.", example: FormatTime(start));
        }
    }

    private static string? FormatTime(ActivityStreams streams, PointCounter points)
    {
        if (points.Count > 0)
        {
            return FormatTime(streams.TimeOf(points.First)!.Value);
        }

        return null;
    }

    private static string FormatTime(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture);
}
