using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>The speed of an activity.</summary>
public static class SpeedAnalysis
{
    /// <summary>The seconds over which an unrecorded speed is computed. Over less time, one bad position would set a record.</summary>
    private const double Window = 5;

    /// <summary>
    /// The maximum speed in meters per second: as recorded, or else over at least five seconds (or the complete activity if it is shorter).
    /// Null if the points have neither speed nor distance nor position.
    /// </summary>
    public static double? MaxSpeed(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (MovingAverage.Maximum(streams.Speed) is { } recorded)
        {
            return recorded;
        }

        var distance = DistanceAnalysis.Cumulative(streams);
        if (distance.Length == 0 || streams.Time.IsEmpty)
        {
            return null;
        }

        return Fastest(distance, streams);
    }

    /// <summary>Meters per second; null without distance or time.</summary>
    /// <param name="meters">The distance in meters.</param>
    /// <param name="movingTime">The time without rests.</param>
    public static double? AverageSpeed(double? meters, TimeSpan? movingTime)
    {
        if (meters is > 0 && movingTime > TimeSpan.Zero)
        {
            return meters / movingTime.Value.TotalSeconds;
        }

        return null;
    }

    private static double Fastest(double[] distance, ActivityStreams streams)
    {
        var points = Enumerable.Range(0, streams.Count).Where(i => !double.IsNaN(streams.Time[i])).ToArray();
        double Speed(int from, int to) => (distance[to] - distance[from]) / (streams.Time[to] - streams.Time[from]);
        var fastest = 0.0;
        var start = 0;
        for (var end = 1; end < points.Length; end++)
        {
            while (start + 1 < end && streams.Time[points[end]] - streams.Time[points[start + 1]] >= Window)
            {
                start++;
            }

            if (streams.Time[points[end]] - streams.Time[points[start]] >= Window)
            {
                fastest = Math.Max(fastest, Speed(points[start], points[end]));
            }
        }

        if (fastest > 0 || points.Length < 2 || streams.Time[points[^1]] <= streams.Time[points[0]])
        {
            return fastest;
        }

        return Speed(points[0], points[^1]);
    }
}
