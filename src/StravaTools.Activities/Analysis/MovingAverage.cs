using System.Collections.Immutable;

namespace StravaTools.Activities.Analysis;

/// <summary>Averages and extremes of a stream, in the unit of the stream.</summary>
public static class MovingAverage
{
    /// <summary>
    /// The average over the moving portion (strava-activities.md, average_heartrate), with each value weighted by the time it covers.
    /// The plain average if there is no moving time; null if no point has a value.
    /// </summary>
    /// <param name="values">One stream, empty or with one value per point, NaN if the point has none.</param>
    /// <param name="movingIntervals">Seconds of moving that end at each point: <see cref="MovingTime.Intervals"/>.</param>
    public static double? WeightedByTime(ImmutableArray<float> values, ReadOnlySpan<double> movingIntervals)
    {
        double sum = 0, seconds = 0, plainSum = 0;
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsNaN(values[i]))
            {
                sum += values[i] * movingIntervals[i];
                seconds += movingIntervals[i];
                plainSum += values[i];
                count++;
            }
        }

        if (seconds > 0)
        {
            return sum / seconds;
        }

        if (count > 0)
        {
            return plainSum / count;
        }

        return null;
    }

    /// <summary>The greatest value; null if no point has one.</summary>
    public static double? Maximum(ImmutableArray<float> values) => FoldKnown(values, Math.Max);

    /// <summary>The smallest value; null if no point has one.</summary>
    public static double? Minimum(ImmutableArray<float> values) => FoldKnown(values, Math.Min);

    private static double? FoldKnown(ImmutableArray<float> values, Func<float, float, float> choose)
    {
        var known = values.Where(value => !float.IsNaN(value)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        return known.Aggregate(choose);
    }
}
