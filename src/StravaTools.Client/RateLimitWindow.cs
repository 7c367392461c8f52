namespace StravaTools.Client;

/// <summary>The windows that requests are counted in (strava-v3-api.md, "Rate Limiting").</summary>
public enum RateLimitWindow
{
    /// <summary>15 minutes, starting at minute 0, 15, 30, or 45.</summary>
    FifteenMinutes,

    /// <summary>A day, starting at midnight UTC.</summary>
    Daily,
}
