using System.Collections.Concurrent;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.RateLimits;

/// <summary>
/// Counts the requests of each application (strava-v3-api.md, "Rate Limiting"): in "natural 15 minute intervals corresponding to 0, 15,
/// 30 and 45 minutes after the hour", and in days that begin at midnight UTC, by the fake's clock. "Requests violating the short term
/// limit will still count toward the long term limit", and toward the short term limit too: the example has used 642 of 600.
/// </summary>
internal sealed class RateLimiter(FakeRateLimits initialLimits, TimeProvider clock)
{
    private const long SecondsPerQuarter = 15 * 60;
    private const long SecondsPerDay = 24 * 60 * 60;

    private readonly ConcurrentDictionary<int, Usage> _usages = new();
    private volatile FakeRateLimits _limits = initialLimits;

    public FakeRateLimits Limits
    {
        get => _limits;
        set => _limits = value;
    }

    /// <summary>Counts a request and returns the usage including it.</summary>
    public RateUsage CountRequest(int clientId, bool isRead) => UsageOf(clientId).CountRequest(clock.GetUtcNow(), isRead);

    /// <summary>The usage so far; counts no request.</summary>
    public RateUsage PeekUsage(int clientId) => UsageOf(clientId).PeekUsage(clock.GetUtcNow());

    /// <summary>Replaces the usage of an application in the current windows.</summary>
    public void SetUsage(int clientId, RateUsage usage) => UsageOf(clientId).SetUsage(clock.GetUtcNow(), usage);

    /// <summary>Sets the usage of an application so that only some requests remain in the current 15-minute window.</summary>
    public void LeaveRequests(int clientId, int remaining)
    {
        var (limits, usage) = (_limits, PeekUsage(clientId));
        var (reads, overall) = (limits.ReadQuarterHour - remaining, limits.QuarterHour - remaining);
        var readUsage = Math.Max(0, reads ?? usage.ReadQuarterHour);
        SetUsage(clientId, usage with { QuarterHour = Math.Max(0, overall), ReadQuarterHour = readUsage });
    }

    /// <summary>Sets all usage to 0.</summary>
    public void ResetUsage() => _usages.Clear();

    /// <summary>When the current 15-minute window ends.</summary>
    public DateTimeOffset QuarterEndsAt() => EndOfWindow(SecondsPerQuarter);

    /// <summary>When the current day ends.</summary>
    public DateTimeOffset DayEndsAt() => EndOfWindow(SecondsPerDay);

    public bool IsBeyond(RateUsage usage, bool isRead)
    {
        var limits = _limits;
        return usage.QuarterHour > limits.QuarterHour || usage.Daily > limits.Daily
            || (isRead && (usage.ReadQuarterHour > limits.ReadQuarterHour || usage.ReadDaily > limits.ReadDaily));
    }

    private DateTimeOffset EndOfWindow(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(((clock.GetUtcNow().ToUnixTimeSeconds() / seconds) + 1) * seconds);

    private Usage UsageOf(int clientId) => _usages.GetOrAdd(clientId, _ => new Usage());

    private sealed class Usage
    {
        private readonly Lock _lock = new();
        private long _quarter;
        private long _day;
        private RateUsage _used;

        public RateUsage CountRequest(DateTimeOffset now, bool isRead)
        {
            lock (_lock)
            {
                ResetExpired(now.ToUnixTimeSeconds());
                var read = Convert.ToInt32(isRead);
                _used = new RateUsage(_used.QuarterHour + 1, _used.Daily + 1, _used.ReadQuarterHour + read, _used.ReadDaily + read);
                return _used;
            }
        }

        public void SetUsage(DateTimeOffset now, RateUsage usage)
        {
            lock (_lock)
            {
                ResetExpired(now.ToUnixTimeSeconds());
                _used = usage;
            }
        }

        public RateUsage PeekUsage(DateTimeOffset now)
        {
            lock (_lock)
            {
                ResetExpired(now.ToUnixTimeSeconds());
                return _used;
            }
        }

        private void ResetExpired(long now)
        {
            var (quarter, day) = (now / SecondsPerQuarter, now / SecondsPerDay);
            if (day != _day)
            {
                _used = default;
            }
            else if (quarter != _quarter)
            {
                _used = _used with { QuarterHour = 0, ReadQuarterHour = 0 };
            }

            (_quarter, _day) = (quarter, day);
        }
    }
}
