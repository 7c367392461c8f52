using System.Collections.Concurrent;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.RateLimits;

/// <summary>
/// Counts the requests of each application (strava-v3-api.md, "Rate Limiting"): in "natural 15 minute intervals corresponding to 0, 15,
/// 30 and 45 minutes after the hour", and in days that begin at midnight UTC, by the fake's clock. "Requests violating the short term
/// limit will still count toward the long term limit", and toward the short term limit too: the example has used 642 of 600.
/// </summary>
internal sealed class RateLimiter(FakeRateLimits limits, TimeProvider clock)
{
    private const long SecondsPerQuarter = 15 * 60;
    private const long SecondsPerDay = 24 * 60 * 60;

    private readonly ConcurrentDictionary<int, Usage> _usages = new();

    public FakeRateLimits Limits => limits;

    /// <summary>Counts a request and returns the usage including it.</summary>
    public RateUsage CountRequest(int clientId, bool isRead) => UsageOf(clientId).CountRequest(clock.GetUtcNow(), isRead);

    /// <summary>The usage so far; counts no request.</summary>
    public RateUsage PeekUsage(int clientId) => UsageOf(clientId).PeekUsage(clock.GetUtcNow());

    public bool IsBeyond(RateUsage usage, bool isRead) =>
        usage.QuarterHour > limits.QuarterHour || usage.Daily > limits.Daily
        || (isRead && (usage.ReadQuarterHour > limits.ReadQuarterHour || usage.ReadDaily > limits.ReadDaily));

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
