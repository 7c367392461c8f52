using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Formats;

/// <summary>The parts of an activity that a format cannot store.</summary>
internal static class WriteLosses
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<string> DescribeLosses(IActivityFormat format, Activity activity) =>
    [
        .. DescribeStreams(format, activity.Streams),
        .. DescribeCounts(format, activity),
        .. DescribeSummary(format, activity),
        .. ValueLosses.DescribeLosses(format, activity),
        .. format.DescribeLosses(activity),
        .. DescribeSport(format, activity),
    ];

    private static IEnumerable<string> DescribeStreams(IActivityFormat format, ActivityStreams streams)
    {
        (ActivityParts Part, string Name, bool HasValues)[] all =
        [
            (ActivityParts.Position, "position", !streams.Latitude.IsEmpty),
            (ActivityParts.Altitude, "altitude", !streams.Altitude.IsEmpty),
            (ActivityParts.Distance, "distance", !streams.Distance.IsEmpty),
            (ActivityParts.Speed, "speed", !streams.Speed.IsEmpty),
            (ActivityParts.Cadence, "cadence", !streams.Cadence.IsEmpty),
            (ActivityParts.Power, "power", !streams.Power.IsEmpty),
            (ActivityParts.Temperature, "temperature", !streams.Temperature.IsEmpty),
        ];
        var lost = all.Where(stream => stream.HasValues && IsLost(format, stream.Part)).Select(stream => stream.Name);
        return DescribePoints(format, streams).Concat(lost);
    }

    private static IEnumerable<string> DescribePoints(IActivityFormat format, ActivityStreams streams)
    {
        if (IsLost(format, ActivityParts.PointsWithoutPosition) && streams.Count - streams.Positions() is > 0 and var withoutPosition)
        {
            yield return MessageText.FormatCount(withoutPosition, "point without position", "points without position");
        }

        if (IsLost(format, ActivityParts.PointsWithoutTime) && streams.Count - streams.CountTimes() is > 0 and var withoutTime)
        {
            yield return MessageText.FormatCount(withoutTime, "point without time", "points without time");
        }
    }

    private static IEnumerable<string> DescribeCounts(IActivityFormat format, Activity activity)
    {
        (ActivityParts Part, int Count, string One, string Many)[] all =
        [
            (ActivityParts.Laps, activity.Laps.Length, "lap", "laps"),
            (ActivityParts.PoolLengths, activity.Lengths.Length, "pool length", "pool lengths"),
            (ActivityParts.Sets, activity.Sets.Count(set => !set.IsRest), "set", "sets"),
            (ActivityParts.Rests, activity.Sets.Count(set => set.IsRest), "rest", "rests"),
            (ActivityParts.Splits, activity.Splits.Length, "split", "splits"),
            (ActivityParts.TimerEvents, activity.TimerEvents.Length, "start or stop of the timer", "starts and stops of the timer"),
            (ActivityParts.HeartRateSamples, activity.HeartRateSamples.Length, "heart rate sample", "heart rate samples"),
            (ActivityParts.CustomFields, activity.CustomFields.Count, "custom field", "custom fields"),
        ];
        return all
            .Where(part => part.Count > 0 && IsLost(format, part.Part))
            .Select(part => MessageText.FormatCount(part.Count, part.One, part.Many));
    }

    private static IEnumerable<string> DescribeSummary(IActivityFormat format, Activity activity)
    {
        (ActivityParts Part, string Name, bool HasValue)[] all =
        [
            (ActivityParts.Name, "the name", !string.IsNullOrWhiteSpace(activity.Name)),
            (ActivityParts.Calories, "calories", activity.Calories is > 0),
            (ActivityParts.TotalAscent, "the total ascent", HasAscent(activity)),
            (ActivityParts.TimerTime, "the time without pauses", HasTimerTime(activity)),
            (ActivityParts.Figures, "averages and totals of the device", activity.Figures != SessionFigures.None),
            (ActivityParts.PoolSize, "the length of the pool", activity.PoolLength is not null),
            (ActivityParts.UtcOffset, "the UTC offset", activity.StartTime is { Offset.Ticks: not 0 }),
            (ActivityParts.TimeOutsidePoints, "the time before the first or after the last point", ExceedsPoints(activity)),
        ];
        return all.Where(part => part.HasValue && IsLost(format, part.Part)).Select(part => part.Name);
    }

    private static bool HasAscent(Activity activity) =>
        activity.TotalAscent is not null || activity.Laps.Any(lap => lap.TotalAscent is not null);

    private static bool HasTimerTime(Activity activity) =>
        activity.TimerTime is not null || activity.Laps.Any(lap => lap.TimerTime is not null);

    /// <summary>Devices start and stop a few seconds before and after their points; only a longer time is a loss.</summary>
    private static bool ExceedsPoints(Activity activity)
    {
        var range = activity.Streams.FindTimeRange();
        var start = activity.StartTimeOf();
        return range?.Start - start > Margin || start.AddDuration(activity.ElapsedTimeOf()) - range?.End > Margin;
    }

    private static IEnumerable<string> DescribeSport(IActivityFormat format, Activity activity)
    {
        if (activity.SportType is { } sport && sport != format.ParseSport(format.SportWordFor(activity)))
        {
            return [$"the sport type {sport}"];
        }

        return [];
    }

    private static bool IsLost(IActivityFormat format, ActivityParts part) => !format.WrittenParts.HasFlag(part);
}
