namespace StravaTools.Sync.PostgreSql.Connections;

/// <summary>
/// The database's clock. All workers use it, so that none ends a grace time early because its own clock is wrong. Timers are local.
/// </summary>
/// <param name="local">The clock of this machine.</param>
internal sealed class StoreClock(TimeProvider local) : TimeProvider
{
    private readonly Lock _lock = new();
    private long? _offset;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => local.TimestampFrequency;

    /// <summary>The time of this machine, before the database is asked for its time.</summary>
    public DateTimeOffset Local => local.GetUtcNow();

    /// <summary>
    /// Notes the time of the database. The answer may have been read late, for example by a process that was stopped, so the time changes
    /// only as far as the answer proves that it is wrong.
    /// </summary>
    /// <param name="now">The time of the database.</param>
    /// <param name="asked"><see cref="Local"/> before the question.</param>
    public void SetTime(DateTimeOffset now, DateTimeOffset asked)
    {
        lock (_lock)
        {
            var least = (now - Local).Ticks;
            var most = Math.Max(least, (now - asked).Ticks);
            _offset = Math.Clamp(_offset ?? least, least, most);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Local + TimeSpan.FromTicks(_offset ?? 0);
        }
    }

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);
}
