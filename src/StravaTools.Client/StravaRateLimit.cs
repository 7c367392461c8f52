namespace StravaTools.Client;

/// <summary>
/// How much of the application's rate limits is used up, as Strava told with an answer (strava-v3-api.md, "Rate Limiting"). What it has not told is
/// unknown (null), which is not the same as used up.
/// </summary>
public sealed record StravaRateLimit
{
    /// <summary>All requests of the quarter of an hour (X-RateLimit-Limit and X-RateLimit-Usage, the first values).</summary>
    public RateLimitCount FifteenMinutes { get; init; } = new();

    /// <summary>All requests of the day in UTC (X-RateLimit-Limit and X-RateLimit-Usage, the second values).</summary>
    public RateLimitCount Daily { get; init; } = new();

    /// <summary>The requests of the quarter of an hour that only read (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the first values).</summary>
    public RateLimitCount ReadFifteenMinutes { get; init; } = new();

    /// <summary>The requests of the day in UTC that only read (X-ReadRateLimit-Limit and X-ReadRateLimit-Usage, the second values).</summary>
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
    /// This answer, with what it leaves open from one before it: answers to POST tell no read usage, some tell nothing of reads at all. Limits last;
    /// usage lasts as long as its window.
    /// </summary>
    internal StravaRateLimit After(StravaRateLimit? before) => before is null ? this : this with
    {
        FifteenMinutes = FifteenMinutes.Or(before.FifteenMinutes, SeenAt < before.FifteenMinutesResetAt),
        Daily = Daily.Or(before.Daily, SeenAt < before.DailyResetAt),
        ReadFifteenMinutes = ReadFifteenMinutes.Or(before.ReadFifteenMinutes, SeenAt < before.FifteenMinutesResetAt),
        ReadDaily = ReadDaily.Or(before.ReadDaily, SeenAt < before.DailyResetAt),
    };
}

/// <summary>One limit, and how much of it is used; null is what Strava has not told.</summary>
/// <param name="Limit">How many requests the window has.</param>
/// <param name="Usage">How many of them are used; more than the limit where refused requests were counted too.</param>
public sealed record RateLimitCount(long? Limit = null, long? Usage = null)
{
    /// <summary>How many requests are left; null if that is unknown.</summary>
    public long? Remaining => Limit - Usage is { } left ? Math.Max(0, left) : null;

    /// <summary>True only if Strava told that all is used.</summary>
    public bool IsUsedUp => Usage >= Limit;

    internal RateLimitCount Or(RateLimitCount before, bool sameWindow) => new(Limit ?? before.Limit, Usage ?? (sameWindow ? before.Usage : null));

    /// <inheritdoc/>
    public override string ToString() => string.Create(null, $"{Text(Usage)} of {Text(Limit)}");

    private static string Text(long? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";
}

/// <summary>The windows that requests are counted in (strava-v3-api.md, "Rate Limiting").</summary>
public enum RateLimitWindow
{
    /// <summary>A natural quarter of an hour, from minute 0, 15, 30 or 45.</summary>
    FifteenMinutes,

    /// <summary>A day, from midnight UTC.</summary>
    Daily,
}
