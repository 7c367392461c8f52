namespace StravaTools.Sync.PostgreSql.Connections;

/// <summary>
/// The database's clock. All workers use it, so that none ends a grace time early because its own clock is wrong. Timers are local.
/// </summary>
/// <param name="local">The clock of this machine.</param>
internal sealed class StoreClock(TimeProvider local) : TimeProvider
{
    private long _offset;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => local.TimestampFrequency;

    /// <summary>Sets the time.</summary>
    /// <param name="now">The time of the database.</param>
    public void SetTime(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - local.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => local.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);
}
