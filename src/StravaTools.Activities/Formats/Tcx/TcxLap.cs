using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>A lap to write, with the points that lie in it.</summary>
/// <param name="StartTime">The start.</param>
/// <param name="Seconds">The duration.</param>
/// <param name="Distance">Meters. If unknown, the distance of the points, or 0: the schema requires a value.</param>
/// <param name="Calories">Kilocalories; 0 if unknown, since the schema requires a value.</param>
/// <param name="FirstPoint">The first point in it.</param>
/// <param name="EndPoint">The first point after it.</param>
internal sealed record TcxLap(DateTimeOffset StartTime, double Seconds, double Distance, int Calories, int FirstPoint, int EndPoint)
{
    /// <summary>An activity without laps is one lap.</summary>
    public static IEnumerable<TcxLap> LapsOf(Activity activity)
    {
        var start = activity.StartTimeOf()!.Value;
        var meters = DistanceAnalysis.Cumulative(activity.Streams);
        if (activity.Laps.IsEmpty)
        {
            var only = new Lap(start, activity.ElapsedTimeOf() ?? activity.TimerTime, null, activity.Distance, null, activity.Calories);
            yield return Create(only, start, 0, activity.Streams.Count, meters);
            yield break;
        }

        var point = 0;
        for (var i = 0; i < activity.Laps.Length; i++)
        {
            var end = i + 1 < activity.Laps.Length ? EndIndexOf(activity, point, activity.Laps[i + 1].StartTime) : activity.Streams.Count;
            var lap = activity.Laps[i];
            var complete = activity.Laps.Length > 1 ? lap : WithTotals(lap, activity);
            yield return Create(complete, lap.StartTime ?? TimeOf(activity, point) ?? start, point, end, meters);
            point = end;
        }
    }

    /// <summary>Values that the only lap lacks come from its activity.</summary>
    private static Lap WithTotals(Lap lap, Activity activity) =>
        lap with { Distance = lap.Distance ?? activity.Distance, Calories = lap.Calories ?? activity.Calories };

    private static TcxLap Create(Lap lap, DateTimeOffset start, int first, int end, double[] meters) => new(
        start,
        (lap.ElapsedTime ?? lap.TimerTime)?.TotalSeconds ?? 0,
        lap.Distance is { } distance && double.IsFinite(distance) ? distance : Between(meters, first, end),
        lap.Calories is >= 0 and <= ushort.MaxValue and var calories ? (int)Math.Round(calories) : 0,
        first,
        end);

    /// <summary>
    /// Points keep their order, so a lap ends at the first point of the next lap. Of two laps without a
    /// start, the later one gets the points.
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

    /// <summary>The distance from the last point of the previous lap, to the centimeter.</summary>
    private static double Between(double[] meters, int first, int end)
    {
        var distance = meters.Length == 0 || end == first ? 0 : meters[end - 1] - (first == 0 ? 0 : meters[first - 1]);
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
