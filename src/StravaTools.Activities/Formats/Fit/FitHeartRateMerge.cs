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
    private const long NearTicks = TimeSpan.TicksPerSecond;

    public static ActivityStreams FillGaps(ActivityStreams streams, ImmutableArray<HeartRateSample> samples)
    {
        if (samples.IsEmpty || streams.Origin is not { } origin)
        {
            return streams;
        }

        // Straps record in order, so sorting is rarely necessary.
        var sorted = (IsOrdered(samples.AsSpan()) ? samples : [.. samples.OrderBy(sample => sample.Ticks)]).AsSpan();
        var heartRates = new float[streams.Count];
        if (streams.HeartRate.IsEmpty)
        {
            heartRates.AsSpan().Fill(float.NaN);
        }
        else
        {
            streams.HeartRate.CopyTo(heartRates);
        }

        var times = streams.Time.AsSpan();
        var start = origin.UtcTicks;
        var found = false;
        var next = 0;
        for (var i = 0; i < heartRates.Length; i++)
        {
            if (float.IsNaN(heartRates[i]) && !double.IsNaN(times[i]))
            {
                // Timestamps of records have no fractions.
                var ticks = start + ((long)times[i] * TimeSpan.TicksPerSecond);
                next = FindNext(sorted, ticks, next);
                heartRates[i] = FindNearest(sorted, ticks, next);
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
            if (samples[i].Ticks < samples[i - 1].Ticks)
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
        if (guess > 0 && samples[guess - 1].Ticks >= ticks)
        {
            guess = 0;
        }

        for (var end = Math.Min(samples.Length, guess + Few); guess < end; guess++)
        {
            if (samples[guess].Ticks >= ticks)
            {
                return guess;
            }
        }

        var (low, high) = (guess, samples.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (samples[middle].Ticks < ticks)
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

    private static float FindNearest(ReadOnlySpan<HeartRateSample> samples, long ticks, int next)
    {
        var after = Math.Min(next, samples.Length - 1);
        var before = Math.Max(after - 1, 0);
        var sinceBefore = Math.Abs(ticks - samples[before].Ticks);
        var untilAfter = Math.Abs(samples[after].Ticks - ticks);
        if (Math.Min(sinceBefore, untilAfter) > NearTicks)
        {
            return float.NaN;
        }

        return samples[sinceBefore < untilAfter ? before : after].HeartRate;
    }
}
