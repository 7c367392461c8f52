namespace StravaTools.Client;

/// <summary>The windows that requests are counted in (strava-v3-api.md, "Rate Limiting").</summary>
public enum RateLimitWindow
{
    /// <summary>A natural quarter of an hour, from minute 0, 15, 30 or 45.</summary>
    FifteenMinutes,

    /// <summary>A day, from midnight UTC.</summary>
    Daily,
}
