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
    private const long TicksOfStrap = 1024;

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
                AddSample(message, heartRates, i);
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

        for (var i = 0; (i * 12) + 12 <= packed.Length * 8; i++)
        {
            var at = i * 12 / 8;
            var low = (uint)(i % 2 == 0 ? packed[at] | ((packed[at + 1] & 0x0F) << 8) : (packed[at] >> 4) | (packed[at + 1] << 4));
            _lastTicks = unchecked(_lastTicks + ((low - _lastTicks) & LowBits));
            AddSample(message, heartRates, first + i);
        }
    }

    private void AddSample(in FitMessage message, in FitFieldLayout heartRates, int index)
    {
        if (_anchor is { } anchor && message.NumberAt(heartRates, index) is >= int.MinValue and <= int.MaxValue and var heartRate)
        {
            var since = unchecked(_lastTicks - _anchorTicks) * TimeSpan.TicksPerSecond / TicksOfStrap;
            Samples.Add(new HeartRateSample(new DateTimeOffset(anchor + since, TimeSpan.Zero), (int)heartRate));
        }
    }
}
