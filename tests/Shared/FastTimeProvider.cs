using System.Globalization;

namespace StravaTools.Tests;

/// <summary>
/// A clock that all processes on the machine share and that is faster than the system's: minutes of waiting take a second.
/// </summary>
/// <param name="origin">The real time at which the clock was started.</param>
internal sealed class FastTimeProvider(DateTimeOffset origin) : TimeProvider
{
    private const int Speed = 200;

    /// <summary>Later than the files that the test writes, so that none looks like it is being written.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static FastTimeProvider Parse(string text) =>
        new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));

    public override DateTimeOffset GetUtcNow() => origin + Ahead + ((System.GetUtcNow() - origin) * Speed);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    public override string ToString() => origin.ToString("O", CultureInfo.InvariantCulture);

    private static TimeSpan Shorten(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
        {
            return time;
        }

        // Rounded up: a timer that fires early would be set again and again.
        return TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Speed));
    }
}
