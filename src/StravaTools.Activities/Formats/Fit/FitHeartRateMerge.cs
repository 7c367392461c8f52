using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Adds heart rates with their own timeline to the points (hr messages, from straps that record while a swimmer's watch has no signal).
/// A point that has a heart rate keeps it. Other points get the nearest sample within a second, since records are about a second apart and
/// a strap sends one sample per beat. Nothing is interpolated.
/// </summary>
internal static class FitHeartRateMerge
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(1);

    public static ActivityStreams FillGaps(ActivityStreams streams, IEnumerable<HeartRateSample> samples)
    {
        HeartRateSample[] sorted = [.. samples];
        if (sorted.Length == 0 || streams.Time.IsEmpty)
        {
            return streams;
        }

        // Straps record in order, so sorting is rarely necessary.
        if (!IsOrdered(sorted))
        {
            sorted = [.. sorted.OrderBy(sample => sample.Time)];
        }

        var times = Array.ConvertAll(sorted, sample => sample.Time);
        var heartRates = new float[streams.Count];
        var found = false;
        for (var i = 0; i < heartRates.Length; i++)
        {
            var own = streams.HeartRate.IsEmpty ? float.NaN : streams.HeartRate[i];
            heartRates[i] = own;
            if (float.IsNaN(own) && streams.TimeOf(i) is { } time)
            {
                heartRates[i] = FindNearest(sorted, times, time);
            }

            found |= !float.IsNaN(heartRates[i]);
        }

        if (found)
        {
            return streams with { HeartRate = ImmutableCollectionsMarshal.AsImmutableArray(heartRates) };
        }

        return streams;
    }

    private static bool IsOrdered(HeartRateSample[] samples)
    {
        for (var i = 1; i < samples.Length; i++)
        {
            if (samples[i].Time < samples[i - 1].Time)
            {
                return false;
            }
        }

        return true;
    }

    private static float FindNearest(HeartRateSample[] samples, DateTimeOffset[] times, DateTimeOffset time)
    {
        var index = Array.BinarySearch(times, time);
        var after = Math.Min(index < 0 ? ~index : index, samples.Length - 1);
        var before = Math.Max(after - 1, 0);
        var nearest = (time - times[before]).Duration() < (times[after] - time).Duration() ? before : after;
        if ((times[nearest] - time).Duration() <= Near)
        {
            return samples[nearest].HeartRate;
        }

        return float.NaN;
    }
}
