namespace StravaTools.Client;

/// <summary>
/// How much of the application's rate limits is used up, as Strava told with an answer (strava-v3-api.md, "Rate Limiting"). What it has not
/// told is unknown (null), which is not the same as used up.
/// </summary>
public sealed record StravaRateLimit
{
    /// <summary>All requests of the quarter of an hour (X-RateLimit-Limit and X-RateLimit-Usage, the first values).</summary>
    public RateLimitCount FifteenMinutes { get; init; } = new();

    /// <summary>All requests of the day in UTC (X-RateLimit-Limit and X-RateLimit-Usage, the second values).</summary>
    public RateLimitCount Daily { get; init; } = new();

    /// <summary>
    /// The requests of the quarter of an hour that only read (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the first values).
    /// </summary>
    public RateLimitCount ReadFifteenMinutes { get; init; } = new();

    /// <summary>
    /// The requests of the day in UTC that only read (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the second values).
    /// </summary>
    public RateLimitCount ReadDaily { get; init; } = new();

    /// <summary>When the answer came, by the client's clock.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When the limit of 15 minutes opens anew: the next natural quarter of an hour after <see cref="SeenAt"/>.</summary>
    public DateTimeOffset FifteenMinutesResetAt => ResetAfter(SeenAt, RateLimitWindow.FifteenMinutes);

    /// <summary>When the limit of the day opens anew: the next midnight UTC after <see cref="SeenAt"/>.</summary>
    public DateTimeOffset DailyResetAt => ResetAfter(SeenAt, RateLimitWindow.Daily);

    /// <summary>When a window that is open at a time closes, in UTC: at 0, 15, 30 or 45 minutes of the hour, or at midnight UTC.</summary>
    public static DateTimeOffset ResetAfter(DateTimeOffset time, RateLimitWindow window)
    {
        var length = window == RateLimitWindow.Daily ? TimeSpan.TicksPerDay : 15 * TimeSpan.TicksPerMinute;
        return new DateTimeOffset(((time.UtcTicks / length) + 1) * length, TimeSpan.Zero);
    }

    /// <summary>
    /// This answer, with what it leaves open from one before it: answers to POST tell no read usage, some tell nothing of reads at all.
    /// Limits last; usage lasts as long as its window.
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
