using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>
/// The elevation gain of an activity. Noise must be removed, and every site does it differently (strava-uploads.md, "Device and Elevation
/// Data"). Here, a median of three removes single spikes. Then a climb counts once it has risen by a threshold above the previous valley,
/// and it ends once it has fallen by the threshold below its peak.
/// </summary>
public static class ElevationGain
{
    /// <summary>Meters: the threshold for altitudes of a barometer.</summary>
    public const double BarometerThreshold = 2;

    /// <summary>Meters: the threshold for altitudes of a GPS receiver, which vary by several meters.</summary>
    public const double ReceiverThreshold = 10;

    /// <summary>The total meters climbed; null if no point has an altitude.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="threshold">Meters: smaller ups and downs are noise.</param>
    public static double? TotalGain(ActivityStreams streams, double threshold = BarometerThreshold)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var altitudes = KnownAltitudes(streams.Altitude);
        if (altitudes.Length == 0)
        {
            return null;
        }

        return Climbs(MedianOfThree(altitudes), threshold);
    }

    private static float[] KnownAltitudes(ImmutableArray<float> altitudes) => [.. altitudes.Where(altitude => !float.IsNaN(altitude))];

    private static float[] MedianOfThree(float[] values)
    {
        var filtered = (float[])values.Clone();
        for (var i = 1; i < values.Length - 1; i++)
        {
            var (low, high) = (Math.Min(values[i - 1], values[i + 1]), Math.Max(values[i - 1], values[i + 1]));
            filtered[i] = Math.Clamp(values[i], low, high);
        }

        return filtered;
    }

    private static double Climbs(float[] altitudes, double threshold)
    {
        double gain = 0, valley = altitudes[0], peak = altitudes[0];
        var climbing = false;
        foreach (var altitude in altitudes)
        {
            if (climbing && altitude <= peak - threshold)
            {
                gain += peak - valley;
                (climbing, valley) = (false, altitude);
            }
            else if (climbing)
            {
                peak = Math.Max(peak, altitude);
            }
            else if (altitude >= valley + threshold)
            {
                (climbing, peak) = (true, altitude);
            }
            else
            {
                valley = Math.Min(valley, altitude);
            }
        }

        if (climbing)
        {
            return gain + peak - valley;
        }

        return gain;
    }
}
