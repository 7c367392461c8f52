using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>A lap to write, with the points that lie in it.</summary>
/// <param name="StartTime">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Distance">Metres; by its points where it does not tell, and 0 where they do not either, since the schema requires
/// it.</param>
/// <param name="Calories">Kilocalories; 0 where unknown, likewise.</param>
/// <param name="FirstPoint">The first point in it.</param>
/// <param name="EndPoint">The first point after it.</param>
internal sealed record TcxLap(DateTimeOffset StartTime, double Seconds, double Distance, int Calories, int FirstPoint, int EndPoint)
{
    /// <summary>An activity without laps is one lap.</summary>
    public static IEnumerable<TcxLap> LapsOf(Activity activity)
    {
        var start = activity.StartTimeOf()!.Value;
        var metres = DistanceAnalysis.Cumulative(activity.Streams);
        if (activity.Laps.IsEmpty)
        {
            yield return Create(
                new Lap(start, activity.ElapsedTimeOf() ?? activity.TimerTime, null, activity.Distance, null, activity.Calories), start, 0,
                    activity.Streams.Count, metres);
            yield break;
        }

        var point = 0;
        for (var i = 0; i < activity.Laps.Length; i++)
        {
            var end = i + 1 < activity.Laps.Length ? EndIndexOf(activity, point, activity.Laps[i + 1].StartTime) : activity.Streams.Count;
            var lap = activity.Laps[i];
            yield return Create(activity.Laps.Length > 1 ? lap : WithTotals(lap, activity), lap.StartTime ?? TimeOf(activity, point)
                ?? start, point, end, metres);
            point = end;
        }
    }

    /// <summary>What the only lap does not tell, its activity may.</summary>
    private static Lap WithTotals(Lap lap, Activity activity) =>
        lap with { Distance = lap.Distance ?? activity.Distance, Calories = lap.Calories ?? activity.Calories };

    private static TcxLap Create(Lap lap, DateTimeOffset start, int first, int end, double[] metres) => new(
        start,
        (lap.ElapsedTime ?? lap.TimerTime)?.TotalSeconds ?? 0,
        lap.Distance is { } distance && double.IsFinite(distance) ? distance : Between(metres, first, end),
        lap.Calories is >= 0 and <= ushort.MaxValue and var calories ? (int)Math.Round(calories) : 0,
        first,
        end);

    /// <summary>
    /// Points keep their order, so a lap ends at the first one that is late enough. Of two laps without a start the later has the points.
    /// </summary>
    private static int EndIndexOf(Activity activity, int first, DateTimeOffset? nextStart)
    {
        var point = first;
        while (nextStart is not null && point < activity.Streams.Count
            && (activity.Streams.InstantOf(point) is not { } time || time < nextStart))
        {
            point++;
        }

        return point;
    }

    /// <summary>From the last point of the lap before, to the centimetre.</summary>
    private static double Between(double[] metres, int first, int end)
    {
        var distance = metres.Length == 0 || end == first ? 0 : metres[end - 1] - (first == 0 ? 0 : metres[first - 1]);
        if (double.IsFinite(distance))
        {
            return Math.Round(distance, 2);
        }

        return 0;
    }

    private static DateTimeOffset? TimeOf(Activity activity, int point)
    {
        if (point < activity.Streams.Count)
        {
            return activity.Streams.InstantOf(point);
        }

        return null;
    }
}
