using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// Counts requests per minute and per day (field-notes.md, 3.6). When the windows begin is not documented; here they begin with the minutes
/// and days of the clock.
/// </summary>
internal sealed class DecathlonQuota(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private FakeDecathlonQuota _quota = new(options.RequestsPerMinute, options.RequestsPerDay);
    private DateTimeOffset _minute;
    private DateTimeOffset _day;

    /// <returns>The time until the next request is accepted; null if this one is.</returns>
    public TimeSpan? CountRequest()
    {
        lock (_lock)
        {
            var now = ResetExpired();
            _quota = _quota with { ThisMinute = _quota.ThisMinute + 1, Today = _quota.Today + 1 };
            if (_quota.Today > _quota.RequestsPerDay)
            {
                return _day.AddDays(1) - now;
            }

            if (_quota.ThisMinute > _quota.RequestsPerMinute)
            {
                return _minute.AddMinutes(1) - now;
            }

            return null;
        }
    }

    public FakeDecathlonQuota GetQuota()
    {
        lock (_lock)
        {
            ResetExpired();
            return _quota;
        }
    }

    public void SetQuota(FakeDecathlonQuota quota)
    {
        lock (_lock)
        {
            ResetExpired();
            _quota = quota;
        }
    }

    /// <summary>Counts from 0 in a new minute and a new day.</summary>
    /// <returns>The time now.</returns>
    private DateTimeOffset ResetExpired()
    {
        var now = clock.GetUtcNow();
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (minute != _minute)
        {
            _quota = _quota with { ThisMinute = 0 };
        }

        if (day != _day)
        {
            _quota = _quota with { Today = 0 };
        }

        (_minute, _day) = (minute, day);
        return now;
    }
}
