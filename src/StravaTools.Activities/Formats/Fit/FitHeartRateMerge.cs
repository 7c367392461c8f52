using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Puts heart rates with a time line of their own (hr messages, from straps that record while a swimmer's watch hears nothing) onto the points.
/// A point that has a heart rate keeps it; one that has none gets the sample nearest in time if that is within a second, since records come
/// about a second apart and a strap sends a sample a beat. Nothing is interpolated.
/// </summary>
internal static class FitHeartRateMerge
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(1);

    public static ActivityStreams FillGaps(ActivityStreams streams, IEnumerable<HeartRateSample> samples)
    {
        var sorted = samples.OrderBy(sample => sample.Time).ToArray();
        if (sorted.Length == 0 || streams.Time.IsEmpty)
        {
            return streams;
        }

        var times = Array.ConvertAll(sorted, sample => sample.Time);
        var heartRates = new float[streams.Count];
        var found = false;
        for (var i = 0; i < heartRates.Length; i++)
        {
            var own = streams.HeartRate.IsEmpty ? float.NaN : streams.HeartRate[i];
            heartRates[i] = !float.IsNaN(own) ? own : streams.TimeOf(i) is { } time ? Nearest(sorted, times, time) : float.NaN;
            found |= !float.IsNaN(heartRates[i]);
        }

        if (found)
        {
            return streams with { HeartRate = ImmutableCollectionsMarshal.AsImmutableArray(heartRates) };
        }

        return streams;
    }

    private static float Nearest(HeartRateSample[] samples, DateTimeOffset[] times, DateTimeOffset time)
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
