namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Counts requests a minute and a day (field-notes.md, 3.6). Where the windows begin is not told; here they begin with the clock's.</summary>
internal sealed class DecathlonQuota(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private (DateTimeOffset Start, int Count) _minute;
    private (DateTimeOffset Start, int Count) _day;

    /// <returns>How long until the next request is taken; null if this one is.</returns>
    public TimeSpan? Count()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _minute = Next(_minute, new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero));
            _day = Next(_day, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
            return _day.Count > options.RequestsPerDay ? _day.Start.AddDays(1) - now
                : _minute.Count > options.RequestsPerMinute ? _minute.Start.AddMinutes(1) - now
                : null;
        }
    }

    private static (DateTimeOffset Start, int Count) Next((DateTimeOffset Start, int Count) window, DateTimeOffset start) =>
        window.Start == start ? (start, window.Count + 1) : (start, 1);
}
