namespace StravaTools.PowerShell.Work;

/// <summary>The rate limits of an application at a fake server.</summary>
/// <param name="QuarterHour">All requests per 15 minutes.</param>
/// <param name="Daily">All requests of a day.</param>
/// <param name="ReadQuarterHour">Reads of a quarter of an hour.</param>
/// <param name="ReadDaily">Reads of a day.</param>
public sealed record FakeStravaRateLimit(
    FakeStravaLimitWindow QuarterHour, FakeStravaLimitWindow Daily, FakeStravaLimitWindow ReadQuarterHour,
    FakeStravaLimitWindow ReadDaily);
