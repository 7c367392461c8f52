using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Expands hr messages. An anchor message ties the strap's clock (1/1024 s, wrapping at 32 bits) to a timestamp. The messages after it
/// contain several heart rates with times of the strap's clock, often only the low 12 bits.
/// </summary>
internal sealed class FitHeartRates
{
    private const uint LowBits = 0xFFF;

    /// <summary>In a second.</summary>
    private const ulong TicksOfStrap = 1024;

    /// <summary>The instant of the anchor in ticks; null before the first one.</summary>
    private long? _anchor;
    private uint _anchorTicks;
    private uint _lastTicks;

    public PooledList<HeartRateSample> Samples { get; } = new();

    public void AddMessage(in FitMessage message)
    {
        message.Definition.TryFind(FitFields.Hr.FilteredBpm, out var heartRates);
        var full = message.CountOf(FitFields.Hr.EventTimestamp);
        for (var i = 0; i < full; i++)
        {
            if (message.Seconds(FitFields.Hr.EventTimestamp, i) is { } ticks)
            {
                _lastTicks = ticks;
                SetAnchor(message, i);
                if (_anchor is { } anchor && BeatsAt(message, heartRates, i) is { } beats)
                {
                    Samples.Add(CreateSample(anchor, beats));
                }
            }
        }

        AddCompressed(message, heartRates, full);
    }

    private void SetAnchor(in FitMessage message, int index)
    {
        if (index == 0 && message.Time is { } time)
        {
            _anchor = time.AddSeconds(message.Number(FitFields.Hr.FractionalTimestamp) ?? 0).Ticks;
            _anchorTicks = _lastTicks;
        }
    }

    /// <summary>Two times of 12 bits lie in three bytes, the lower bits first.</summary>
    private void AddCompressed(in FitMessage message, in FitFieldLayout heartRates, int first)
    {
        var packed = message.FieldBytes(FitFields.Hr.EventTimestamp12);
        if (!packed.ContainsAnyExcept((byte)0xFF))
        {
            return;
        }

        var count = packed.Length * 2 / 3;
        var samples = Samples.Extend(count);
        var added = 0;
        for (var i = 0; i < count; i++)
        {
            var pair = packed[(i / 2 * 3)..];
            var low = (i & 1) == 0 ? pair[0] | ((uint)pair[1] << 8) : ((uint)pair[1] >> 4) | ((uint)pair[2] << 4);
            _lastTicks = unchecked(_lastTicks + ((low - _lastTicks) & LowBits));
            if (_anchor is { } anchor && BeatsAt(message, heartRates, first + i) is { } beats)
            {
                samples[added++] = CreateSample(anchor, beats);
            }
        }

        Samples.RemoveLast(count - added);
    }

    private static int? BeatsAt(in FitMessage message, in FitFieldLayout heartRates, int index)
    {
        if (heartRates.Type == FitBaseType.UInt8 && index < heartRates.Count)
        {
            return message.ByteAt(heartRates, index) is not byte.MaxValue and var stored ? stored : null;
        }

        if (message.NumberAt(heartRates, index) is >= int.MinValue and <= int.MaxValue and var heartRate)
        {
            return (int)heartRate;
        }

        return null;
    }

    private HeartRateSample CreateSample(long anchor, int beats)
    {
        var since = unchecked(_lastTicks - _anchorTicks) * (ulong)TimeSpan.TicksPerSecond / TicksOfStrap;
        return new HeartRateSample(anchor + (long)since, beats);
    }
}
