using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.PowerShell.Schedules;

/// <summary>The times of the day at which a job starts.</summary>
/// <param name="Every">The interval.</param>
/// <param name="At">The time of the day of one start; the others follow from the interval.</param>
internal sealed record JobTimes(TimeSpan Every, TimeSpan At)
{
    /// <summary>The hours; all 24 if the job starts each hour.</summary>
    public IReadOnlyList<int> Hours => [.. Starts().Select(minute => minute / 60).Distinct().Order()];

    /// <summary>The minutes of these hours.</summary>
    public IReadOnlyList<int> Minutes => [.. Starts().Select(minute => minute % 60).Distinct().Order()];

    public bool IsEachHour => Every <= TimeSpan.FromHours(1);

    /// <exception cref="ApiException">The interval does not divide an hour or a day, so the times would differ from day to day.</exception>
    public static JobTimes Create(TimeSpan every, TimeSpan at)
    {
        var whole = every.Ticks % TimeSpan.TicksPerMinute == 0;
        var minutes = (int)Math.Min(every.TotalMinutes, int.MaxValue);
        var dividesHour = minutes is >= 5 and < 60 && 60 % minutes == 0;
        var dividesDay = minutes >= 60 && minutes % 60 == 0 && 1440 % minutes == 0;
        if (!whole || !(dividesHour || dividesDay) || at < TimeSpan.Zero || at >= TimeSpan.FromDays(1))
        {
            throw new ApiException(ScheduleErrors.TimesNotPossible, every, at);
        }

        return new JobTimes(every, at);
    }

    private IEnumerable<int> Starts()
    {
        var step = (int)Every.TotalMinutes;
        return Enumerable.Range(0, 1440 / step).Select(start => (int)(At.TotalMinutes + (start * step)) % 1440);
    }
}
