
namespace StravaTools.FakeStrava.RateLimits;

/// <summary>Requests that were counted, with the one that is being answered.</summary>
internal readonly record struct RateUsage(int QuarterHour, int Daily, int ReadQuarterHour, int ReadDaily);
