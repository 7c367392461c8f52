namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Counts requests a minute and a day (field-notes.md, 3.6). Where the windows begin is not told; here they begin with the clock's.</summary>
internal sealed class DecathlonQuota(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private FakeDecathlonQuota _quota = new(options.RequestsPerMinute, options.RequestsPerDay);
    private DateTimeOffset _minute;
    private DateTimeOffset _day;

    /// <returns>How long until the next request is taken; null if this one is.</returns>
    public TimeSpan? Count()
    {
        lock (_lock)
        {
            var now = Turn();
            _quota = _quota with { ThisMinute = _quota.ThisMinute + 1, Today = _quota.Today + 1 };
            return _quota.Today > _quota.RequestsPerDay ? _day.AddDays(1) - now
                : _quota.ThisMinute > _quota.RequestsPerMinute ? _minute.AddMinutes(1) - now
                : null;
        }
    }

    public FakeDecathlonQuota Get()
    {
        lock (_lock)
        {
            Turn();
            return _quota;
        }
    }

    public void Set(FakeDecathlonQuota quota)
    {
        lock (_lock)
        {
            Turn();
            _quota = quota;
        }
    }

    /// <summary>Counts from 0 in a new minute and a new day.</summary>
    private DateTimeOffset Turn()
    {
        var now = clock.GetUtcNow();
        var (minute, day) = (new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
        _quota = _quota with { ThisMinute = minute == _minute ? _quota.ThisMinute : 0, Today = day == _day ? _quota.Today : 0 };
        (_minute, _day) = (minute, day);
        return now;
    }
}

/// <summary>The quota of the application, and what it used of it.</summary>
/// <param name="RequestsPerMinute">Requests a minute.</param>
/// <param name="RequestsPerDay">Requests a day.</param>
/// <param name="ThisMinute">Requests in this minute.</param>
/// <param name="Today">Requests today.</param>
internal sealed record FakeDecathlonQuota(int RequestsPerMinute, int RequestsPerDay, int ThisMinute = 0, int Today = 0);
