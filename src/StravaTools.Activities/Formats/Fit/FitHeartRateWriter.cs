using System.Collections.Immutable;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Writes hr messages: one that ties the strap's clock to the time of day, then up to eight heart rates per message.</summary>
internal static class FitHeartRateWriter
{
    private const int MaxSamplesPerMessage = 8;

    /// <summary>Twelve days; the strap's clock wraps after 48.</summary>
    private const uint MaxTicks = 1u << 30;

    public static void WriteSamples(FitMessageWriter fit, ImmutableArray<HeartRateSample> samples)
    {
        var next = 0;
        while (next < samples.Length)
        {
            var anchor = WriteAnchor(fit, samples[next++]);
            while (next < samples.Length && ToTicks(anchor, samples[next]) is not null)
            {
                next += WriteGroup(fit, anchor, samples.AsSpan()[next..]);
            }
        }
    }

    /// <returns>The written instant: the time of the sample to 1/32768 s.</returns>
    private static DateTimeOffset WriteAnchor(FitMessageWriter fit, HeartRateSample sample)
    {
        var second = new DateTimeOffset(sample.Time.UtcTicks - (sample.Time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var field = FitFields.Hr.FractionalTimestamp;
        var fraction = field.FromStored(Math.Min(field.ToStored((sample.Time - second).TotalSeconds), field.Scale - 1));
        fit.BeginMessage(FitMessages.Hr);
        fit.WriteTime(FitFields.Timestamp, second);
        fit.WriteNumber(field, fraction);
        fit.WriteStoredNumbers(FitFields.Hr.EventTimestamp, [0]);
        fit.WriteBytes(FitFields.Hr.FilteredBpm, [ToBeats(sample)]);
        fit.EndMessage();
        return second.AddSeconds(fraction);
    }

    /// <returns>The number of samples written.</returns>
    private static int WriteGroup(FitMessageWriter fit, DateTimeOffset anchor, ReadOnlySpan<HeartRateSample> samples)
    {
        Span<uint> times = stackalloc uint[MaxSamplesPerMessage];
        Span<byte> beats = stackalloc byte[MaxSamplesPerMessage];
        var count = 0;
        while (count < MaxSamplesPerMessage && count < samples.Length && ToTicks(anchor, samples[count]) is { } ticks)
        {
            times[count] = ticks;
            beats[count] = ToBeats(samples[count]);
            count++;
        }

        fit.BeginMessage(FitMessages.Hr);
        fit.WriteStoredNumbers(FitFields.Hr.EventTimestamp, times[..count]);
        fit.WriteBytes(FitFields.Hr.FilteredBpm, beats[..count]);
        fit.EndMessage();
        return count;
    }

    /// <summary>Null if the sample is before the anchor or too long after it; it then becomes an anchor.</summary>
    private static uint? ToTicks(DateTimeOffset anchor, HeartRateSample sample)
    {
        if (FitFields.Hr.EventTimestamp.ToStored((sample.Time - anchor).TotalSeconds) is >= 0 and <= MaxTicks and var ticks)
        {
            return (uint)ticks;
        }

        return null;
    }

    private static byte ToBeats(HeartRateSample sample)
    {
        if (sample.HeartRate is >= 0 and < byte.MaxValue)
        {
            return (byte)sample.HeartRate;
        }

        return byte.MaxValue;
    }
}
