using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Counts requests a minute and a day (field-notes.md, 3.6). Where the windows begin is not told; here they begin with the clock's.</summary>
internal sealed class DecathlonQuota(FakeDecathlonOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private FakeDecathlonQuota _quota = new(options.RequestsPerMinute, options.RequestsPerDay);
    private DateTimeOffset _minute;
    private DateTimeOffset _day;

    /// <returns>How long until the next request is taken; null if this one is.</returns>
    public TimeSpan? CountRequest()
    {
        lock (_lock)
        {
            var now = StartOfMinute();
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
            StartOfMinute();
            return _quota;
        }
    }

    public void SetQuota(FakeDecathlonQuota quota)
    {
        lock (_lock)
        {
            StartOfMinute();
            _quota = quota;
        }
    }

    /// <summary>Counts from 0 in a new minute and a new day.</summary>
    private DateTimeOffset StartOfMinute()
    {
        var now = clock.GetUtcNow();
        var (minute, day) = (new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
        _quota = _quota with { ThisMinute = minute == _minute ? _quota.ThisMinute : 0, Today = day == _day ? _quota.Today : 0 };
        (_minute, _day) = (minute, day);
        return now;
    }
}
