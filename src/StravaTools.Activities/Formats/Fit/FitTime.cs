namespace StravaTools.Activities.Formats.Fit;

/// <summary>Conversion of FIT's times.</summary>
internal static class FitTime
{
    private const uint CompressedMask = 0x1F;

    /// <summary>
    /// Second 0. A value below 0x10000000 counts from the unknown time at which the device was switched on. It is added to the epoch
    /// anyway, as in Garmin's SDK.
    /// </summary>
    public static readonly DateTimeOffset Epoch = new(1989, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>.NET's limit for an offset, and the largest offset of any time zone.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    public static DateTimeOffset ToInstant(uint seconds) => new(Epoch.Ticks + (seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public static DateTimeOffset? ToInstant(uint? seconds)
    {
        if (seconds is { } known)
        {
            return ToInstant(known);
        }

        return null;
    }

    /// <summary>The nearest second; null for a time outside FIT's range.</summary>
    public static uint? ToSeconds(DateTimeOffset? time)
    {
        if (time is { } instant && Math.Round((instant - Epoch).TotalSeconds) is >= 0 and < uint.MaxValue and var seconds)
        {
            return (uint)seconds;
        }

        return null;
    }

    /// <summary>The next second after (or at) the reference whose low five bits are those of a compressed timestamp header.</summary>
    public static uint Expand(uint reference, int lowBits) => unchecked(reference + (((uint)lowBits - reference) & CompressedMask));

    /// <summary>The offset from UTC of a local wall clock; zero if no time zone has the difference.</summary>
    public static TimeSpan OffsetOf(uint? local, uint? utc)
    {
        if (local is not { } wallClock || utc is not { } instant)
        {
            return TimeSpan.Zero;
        }

        var minutes = Math.Round(((double)wallClock - instant) / 60);
        var offset = TimeSpan.FromMinutes(minutes);
        if (minutes % 15 == 0 && offset.Duration() <= MaxOffset)
        {
            return offset;
        }

        return TimeSpan.Zero;
    }
}
