using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The moving time of an activity. Strava does not publish its rule. Here, an interval between two points with time and
/// distance is slow if its speed is below <see cref="SlowestSpeed"/>. Consecutive slow intervals of <see cref="ShortestRest"/>
/// or more are a rest; everything else is moving.
/// </summary>
public static class MovingTime
{
    /// <summary>Meters per second: slower than the steepest walk, faster than a receiver drifts at a red light.</summary>
    public const double SlowestSpeed = 0.3;

    /// <summary>
    /// Seconds. Devices that write every second but measure every third seem to stand still in between, which is not a rest.
    /// </summary>
    public const double ShortestRest = 10;

    /// <summary>
    /// The moving time. If the points have neither distance nor position, it is the time from the first to the last
    /// point. Null if the points have no time.
    /// </summary>
    public static TimeSpan? TotalTime(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (streams.Time.IsEmpty)
        {
            return null;
        }

        return Durations.FromSeconds(Intervals(streams).Sum());
    }

    /// <summary>
    /// Seconds of moving that end at each point: the weight of the point in an average over the moving portion. 0 for a
    /// point that ends a rest, and for the first.
    /// </summary>
    public static double[] Intervals(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var moving = new double[streams.Count];
        var distance = DistanceAnalysis.Cumulative(streams);
        // The last point with a known distance (points in between are treated the same), and the point where slow intervals began.
        var (known, slowFrom) = (-1, -1);
        for (var i = 0; i < streams.Count && !streams.Time.IsEmpty; i++)
        {
            if (!double.IsNaN(streams.Time[i]) && HasDistance(streams, i))
            {
                var isSlow = known >= 0 && IsSlow(streams, distance, known, i);
                if (known >= 0 && !isSlow)
                {
                    EndRest(streams, slowFrom, known, moving);
                    Spread(streams, known, i, moving);
                }

                if (!isSlow)
                {
                    slowFrom = -1;
                }
                else if (slowFrom < 0)
                {
                    slowFrom = known;
                }

                known = i;
            }
        }

        EndRest(streams, slowFrom, known, moving);
        return moving;
    }

    private static void EndRest(ActivityStreams streams, int from, int to, double[] moving)
    {
        if (from >= 0 && streams.Time[to] - streams.Time[from] < ShortestRest)
        {
            Spread(streams, from, to, moving);
        }
    }

    private static bool HasDistance(ActivityStreams streams, int point)
    {
        if (!streams.Distance.IsEmpty)
        {
            return !double.IsNaN(streams.Distance[point]);
        }

        return streams.Latitude.IsEmpty || streams.HasPosition(point);
    }

    private static bool IsSlow(ActivityStreams streams, double[] distance, int from, int to) =>
        distance.Length > 0 && distance[to] - distance[from] < SlowestSpeed * (streams.Time[to] - streams.Time[from]);

    private static void Spread(ActivityStreams streams, int from, int to, double[] moving)
    {
        var last = streams.Time[from];
        for (var i = from + 1; i <= to; i++)
        {
            // NaN and times that go back compare false and add nothing.
            if (streams.Time[i] > last)
            {
                moving[i] = streams.Time[i] - last;
                last = streams.Time[i];
            }
        }
    }
}
