using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

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
    /// <summary>
    /// The laps of an activity; an activity without laps is one lap. A total that no lap has is written to the first one: Strava adds up
    /// distance and calories of the laps.
    /// </summary>
    public static IReadOnlyList<TcxLap> LapsOf(Activity activity)
    {
        List<TcxLap> laps = [.. SplitIntoLaps(activity)];
        if (laps.TrueForAll(lap => lap.Calories == 0))
        {
            laps[0] = laps[0] with { Calories = RoundCalories(activity.Calories) };
        }

        if (laps.TrueForAll(lap => lap.Distance == 0) && activity.Distance is { } meters && double.IsFinite(meters))
        {
            laps[0] = laps[0] with { Distance = meters };
        }

        return laps;
    }

    /// <summary>Laps may differ from the total of the activity, which TCX does not have.</summary>
    public static IEnumerable<string> DescribeLosses(Activity activity)
    {
        if (activity.Calories is not { } calories || activity.StartTimeOf() is null)
        {
            yield break;
        }

        // Each lap is rounded.
        var laps = LapsOf(activity);
        var sum = laps.Sum(lap => lap.Calories);
        if (Math.Abs(sum - calories) > laps.Count)
        {
            yield return MessageText.Format($"the calories of the activity ({calories:0}; its laps add up to {sum})");
        }
    }

    private static IEnumerable<TcxLap> SplitIntoLaps(Activity activity)
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
            var complete = activity.Laps.Length > 1 ? lap : lap with { Distance = lap.Distance ?? activity.Distance };
            yield return Create(complete, lap.StartTime ?? TimeOf(activity, point) ?? start, point, end, meters);
            point = end;
        }
    }

    private static TcxLap Create(Lap lap, DateTimeOffset start, int first, int end, double[] meters) => new(
        start,
        (lap.ElapsedTime ?? lap.TimerTime)?.TotalSeconds ?? 0,
        lap.Distance is { } distance && double.IsFinite(distance) ? distance : Between(meters, first, end),
        RoundCalories(lap.Calories),
        first,
        end);

    private static int RoundCalories(double? calories) =>
        calories is >= 0 and <= ushort.MaxValue and var known ? (int)Math.Round(known) : 0;

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
