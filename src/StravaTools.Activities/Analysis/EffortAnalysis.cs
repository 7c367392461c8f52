using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// Best efforts: the stretch of exactly the distance with the least elapsed time. The speed between two points is assumed to be constant,
/// so a stretch can begin and end between points; the fastest one begins or ends at a point.
/// </summary>
public static class EffortAnalysis
{
    /// <summary>
    /// Strava's distances in meters by their names (strava-activities.md, "Example activity": 400 is "400m", 805 is "1/2 mile").
    /// </summary>
    public static IReadOnlyList<(string Name, double Meters)> Distances { get; } =
    [
        ("400m", 400), ("1/2 mile", 805), ("1k", 1000), ("1 mile", 1609), ("2 mile", 3219), ("5k", 5000), ("10k", 10_000), ("15k", 15_000),
        ("10 mile", 16_090), ("20k", 20_000), ("Half-Marathon", 21_097), ("30k", 30_000), ("Marathon", 42_195), ("50k", 50_000),
    ];

    /// <summary>The best effort over each of the distances that the activity reached; none if no point has a time.</summary>
    public static IReadOnlyList<BestEffort> FindBestEfforts(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (streams.Time.All(double.IsNaN))
        {
            return [];
        }

        var timeline = Timeline.FromStreams(streams);
        return [.. Distances.Select(distance => FindBestEffort(timeline, distance.Name, distance.Meters)).OfType<BestEffort>()];
    }

    private static BestEffort? FindBestEffort(Timeline timeline, string name, double meters)
    {
        if (timeline.Count < 2 || timeline.Meters[timeline.Count - 1] - timeline.Meters[0] < meters)
        {
            return null;
        }

        (double Start, double End) best = (0, double.PositiveInfinity);
        var (fromPoint, toPoint) = (new StretchCursor(timeline), new StretchCursor(timeline));
        for (var i = 0; i < timeline.Count; i++)
        {
            ConsiderStart(timeline.Meters[i], fromPoint);
            ConsiderStart(timeline.Meters[i] - meters, toPoint);
        }

        return Between(timeline, name, meters, best.Start, best.End);

        void ConsiderStart(double from, StretchCursor cursor)
        {
            if (from >= timeline.Meters[0] && from + meters <= timeline.Meters[timeline.Count - 1])
            {
                cursor.MoveTo(from, from + meters);
                var (start, end) = (Leaving(timeline, from, cursor.Leaving), Reaching(timeline, from + meters, cursor.Reaching));
                if (end - start < best.End - best.Start)
                {
                    best = (start, end);
                }
            }
        }
    }

    private static BestEffort Between(Timeline timeline, string name, double meters, double start, double end)
    {
        var (first, last) = (timeline.FirstAt(start), Math.Min(timeline.FirstAt(end), timeline.Count - 1));
        if (timeline.Seconds[first] > start)
        {
            first--;
        }

        var moving = Moving(timeline, end) - Moving(timeline, start);
        return new BestEffort(
            name,
            meters,
            Durations.FromSeconds(start),
            Durations.FromSeconds(end - start),
            Durations.FromSeconds(moving),
            first,
            last);
    }

    /// <summary>When a distance was reached: the start of a rest there.</summary>
    private static double Reaching(Timeline timeline, double meters, int point)
    {
        if (point == 0)
        {
            return timeline.Seconds[0];
        }

        return Interpolate(timeline.Meters, timeline.Seconds, point, meters);
    }

    /// <summary>When a distance was left: the end of a rest there.</summary>
    private static double Leaving(Timeline timeline, double meters, int point)
    {
        if (point == 0)
        {
            return timeline.Seconds[0];
        }

        if (point == timeline.Count)
        {
            return timeline.Seconds[point - 1];
        }

        return Interpolate(timeline.Meters, timeline.Seconds, point, meters);
    }

    private static double Moving(Timeline timeline, double seconds)
    {
        var point = Math.Min(timeline.FirstAt(seconds), timeline.Count - 1);
        if (point == 0)
        {
            return 0;
        }

        return Interpolate(timeline.Seconds, timeline.MovingSeconds, point, seconds);
    }

    private static double Interpolate(IReadOnlyList<double> from, IReadOnlyList<double> to, int point, double value)
    {
        var width = from[point] - from[point - 1];
        var share = width <= 0 ? 1 : Math.Clamp((value - from[point - 1]) / width, 0, 1);
        return to[point - 1] + (share * (to[point] - to[point - 1]));
    }
}
