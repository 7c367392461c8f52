namespace StravaTools.FakeStrava.RateLimits;

/// <summary>Counted requests, including the current one.</summary>
internal readonly record struct RateUsage(int QuarterHour, int Daily, int ReadQuarterHour, int ReadDaily);
