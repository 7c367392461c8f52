using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>The usual zones of heart rate and power, as shares of a maximum or a threshold.</summary>
internal static class Zones
{
    /// <summary>Five zones of the maximum heart rate.</summary>
    private static readonly double[] HeartRateShares = [0.6, 0.7, 0.8, 0.9];

    /// <summary>Seven zones of the functional threshold power.</summary>
    private static readonly double[] PowerShares = [0.55, 0.75, 0.9, 1.05, 1.2, 1.5];

    /// <summary>Empty if the points have no heart rate.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="maximum">Beats per minute.</param>
    public static ImmutableArray<ZoneTime> MeasureHeartRate(ActivityStreams streams, double? maximum) =>
        Measure(streams.HeartRate, streams, HeartRateShares, maximum);

    /// <summary>Empty if the points have no power or the threshold is unknown.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="threshold">Watts.</param>
    public static ImmutableArray<ZoneTime> MeasurePower(ActivityStreams streams, double? threshold) =>
        Measure(streams.Power, streams, PowerShares, threshold);

    private static ImmutableArray<ZoneTime> Measure(
        ImmutableArray<float> values, ActivityStreams streams, double[] shares, double? reference)
    {
        if (values.IsEmpty || streams.Time.IsEmpty || reference is not > 0)
        {
            return [];
        }

        double[] bounds = [.. shares.Select(share => Math.Round(share * reference.Value))];
        var times = ZoneAnalysis.ComputeTimes(values, streams, bounds);
        var zones = times.Select((time, i) => new ZoneTime(i + 1, i == 0 ? 0 : bounds[i - 1], i < bounds.Length ? bounds[i] : null, time));
        return [.. zones];
    }
}
