using System.Collections.Concurrent;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.RateLimits;

/// <summary>
/// Counts the requests of each application (strava-v3-api.md, "Rate Limiting"): in "natural 15 minute intervals corresponding to 0, 15, 30 and 45
/// minutes after the hour", and in days that begin at midnight UTC, by the fake's clock. "Requests violating the short term limit will still count
/// toward the long term limit", and toward the short one too: the example has used 642 of 600.
/// </summary>
internal sealed class RateLimiter(FakeRateLimits limits, TimeProvider clock)
{
    private const long Quarter = 15 * 60;
    private const long Day = 24 * 60 * 60;

    private readonly ConcurrentDictionary<int, Usage> _usages = new();

    public FakeRateLimits Limits => limits;

    /// <summary>Counts a request and tells how things stand with it.</summary>
    public RateUsage CountRequest(int clientId, bool isRead) => _usages.GetOrAdd(clientId, _ => new Usage()).CountRequest(clock.GetUtcNow().ToUnixTimeSeconds(), isRead);

    /// <summary>How things stand, without a request.</summary>
    public RateUsage PeekUsage(int clientId) => _usages.GetOrAdd(clientId, _ => new Usage()).PeekUsage(clock.GetUtcNow().ToUnixTimeSeconds());

    public bool IsBeyond(RateUsage usage, bool isRead) =>
        usage.QuarterHour > limits.QuarterHour || usage.Daily > limits.Daily
        || (isRead && (usage.ReadQuarterHour > limits.ReadQuarterHour || usage.ReadDaily > limits.ReadDaily));

    private sealed class Usage
    {
        private readonly Lock _lock = new();
        private (long Quarter, long Day) _window;
        private RateUsage _used;

        public RateUsage CountRequest(long now, bool isRead)
        {
            lock (_lock)
            {
                var used = UsageAt(now);
                var read = isRead ? 1 : 0;
                return _used = new RateUsage(used.QuarterHour + 1, used.Daily + 1, used.ReadQuarterHour + read, used.ReadDaily + read);
            }
        }

        public RateUsage PeekUsage(long now)
        {
            lock (_lock)
            {
                return UsageAt(now);
            }
        }

        private RateUsage UsageAt(long now)
        {
            var window = (now / Quarter, now / Day);
            _used = window.Item2 != _window.Day ? default
                : window.Item1 != _window.Quarter ? _used with { QuarterHour = 0, ReadQuarterHour = 0 }
                : _used;
            _window = window;
            return _used;
        }
    }
}
