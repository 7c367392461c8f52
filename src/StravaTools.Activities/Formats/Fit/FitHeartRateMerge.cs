using System.Collections.Immutable;
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

    public static ActivityStreams FillGaps(ActivityStreams streams, ImmutableArray<HeartRateSample> samples)
    {
        if (samples.IsEmpty || streams.Time.IsEmpty)
        {
            return streams;
        }

        // Straps record in order, so sorting is rarely necessary.
        var sorted = IsOrdered(samples.AsSpan()) ? samples : [.. samples.OrderBy(sample => sample.Time)];
        var heartRates = new float[streams.Count];
        var found = false;
        var next = 0;
        for (var i = 0; i < heartRates.Length; i++)
        {
            var own = streams.HeartRate.IsEmpty ? float.NaN : streams.HeartRate[i];
            heartRates[i] = own;
            if (float.IsNaN(own) && streams.TimeOf(i) is { } time)
            {
                next = FindNext(sorted.AsSpan(), time.UtcTicks, next);
                heartRates[i] = FindNearest(sorted.AsSpan(), time, next);
            }

            found |= !float.IsNaN(heartRates[i]);
        }

        if (found)
        {
            return streams with { HeartRate = ImmutableCollectionsMarshal.AsImmutableArray(heartRates) };
        }

        return streams;
    }

    private static bool IsOrdered(ReadOnlySpan<HeartRateSample> samples)
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

    /// <summary>The first sample at or after a time.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="ticks">The time.</param>
    /// <param name="guess">The result for the previous point: the next one is usually near.</param>
    private static int FindNext(ReadOnlySpan<HeartRateSample> samples, long ticks, int guess)
    {
        const int Few = 8;
        var (low, high) = (0, samples.Length);
        if (guess > 0 && samples[guess - 1].Time.UtcTicks < ticks)
        {
            low = guess;
        }

        if (low + Few < high && samples[low + Few].Time.UtcTicks >= ticks)
        {
            high = low + Few;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (samples[middle].Time.UtcTicks < ticks)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static float FindNearest(ReadOnlySpan<HeartRateSample> samples, DateTimeOffset time, int next)
    {
        var after = samples[Math.Min(next, samples.Length - 1)];
        var before = samples[Math.Max(Math.Min(next, samples.Length - 1) - 1, 0)];
        var nearest = (time - before.Time).Duration() < (after.Time - time).Duration() ? before : after;
        if ((time - nearest.Time).Duration() <= Near)
        {
            return nearest.HeartRate;
        }

        return float.NaN;
    }
}
