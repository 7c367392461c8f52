namespace StravaTools.Client;

/// <summary>
/// The application's rate limits and their usage, as reported in a response (strava-v3-api.md, "Rate Limiting"). Values that Strava did not
/// report are null, and do not count as used up.
/// </summary>
public sealed record StravaRateLimit
{
    /// <summary>All requests in the current 15 minutes (X-RateLimit-Limit and X-RateLimit-Usage, the first values).</summary>
    public RateLimitCount FifteenMinutes { get; init; } = new();

    /// <summary>All requests in the current UTC day (X-RateLimit-Limit and X-RateLimit-Usage, the second values).</summary>
    public RateLimitCount Daily { get; init; } = new();

    /// <summary>Read requests in the current 15 minutes (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the first values).</summary>
    public RateLimitCount ReadFifteenMinutes { get; init; } = new();

    /// <summary>Read requests in the current UTC day (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the second values).</summary>
    public RateLimitCount ReadDaily { get; init; } = new();

    /// <summary>When the response arrived, by the client's clock.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When the 15-minute limit resets: the next quarter of an hour after <see cref="SeenAt"/>.</summary>
    public DateTimeOffset FifteenMinutesResetAt => ResetAfter(SeenAt, RateLimitWindow.FifteenMinutes);

    /// <summary>When the daily limit resets: the next midnight UTC after <see cref="SeenAt"/>.</summary>
    public DateTimeOffset DailyResetAt => ResetAfter(SeenAt, RateLimitWindow.Daily);

    /// <summary>Returns when the window that contains a time ends, in UTC: at minute 0, 15, 30, or 45, or at midnight UTC.</summary>
    public static DateTimeOffset ResetAfter(DateTimeOffset time, RateLimitWindow window)
    {
        var length = window == RateLimitWindow.Daily ? TimeSpan.TicksPerDay : 15 * TimeSpan.TicksPerMinute;
        return new DateTimeOffset(((time.UtcTicks / length) + 1) * length, TimeSpan.Zero);
    }

    /// <summary>
    /// Completes this report with an earlier one: responses to POST omit the read usage, and some omit the read limits too. Limits remain
    /// valid; usage is valid only within its window.
    /// </summary>
    internal StravaRateLimit MergeWith(StravaRateLimit? before)
    {
        if (before is null)
        {
            return this;
        }

        return this with
        {
            FifteenMinutes = FifteenMinutes.MergeWith(before.FifteenMinutes, SeenAt < before.FifteenMinutesResetAt),
            Daily = Daily.MergeWith(before.Daily, SeenAt < before.DailyResetAt),
            ReadFifteenMinutes = ReadFifteenMinutes.MergeWith(before.ReadFifteenMinutes, SeenAt < before.FifteenMinutesResetAt),
            ReadDaily = ReadDaily.MergeWith(before.ReadDaily, SeenAt < before.DailyResetAt),
        };
    }
}
