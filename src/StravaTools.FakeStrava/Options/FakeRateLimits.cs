namespace StravaTools.FakeStrava.Options;

/// <summary>The limits of an application.</summary>
/// <param name="QuarterHour">Requests per 15 minutes.</param>
/// <param name="Daily">Requests per day.</param>
/// <param name="ReadQuarterHour">Requests per 15 minutes that are neither uploads nor new activities; null for no limit.</param>
/// <param name="ReadDaily">Requests per day that are neither uploads nor new activities; null for no limit.</param>
public sealed record FakeRateLimits(int QuarterHour, int Daily, int? ReadQuarterHour = null, int? ReadDaily = null)
{
    /// <summary>
    /// "The default rate limit allows 600 requests every 15 minutes, with up to 30,000 requests per day" (strava-v3-api.md).
    /// </summary>
    public static FakeRateLimits Documented { get; } = new(600, 30_000);

    /// <summary>The limits of a new application today (field-notes.md, 3.4).</summary>
    public static FakeRateLimits Current { get; } = new(200, 2_000, 100, 1_000);

    /// <summary>Today's limits of an application that its owner upgraded to 10 athletes (field-notes.md, 3.4).</summary>
    public static FakeRateLimits Upgraded { get; } = new(400, 4_000, 200, 2_000);

    /// <summary>So high that no test reaches them; the headers report them like other limits.</summary>
    public static FakeRateLimits Unlimited { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>The limits of a profile.</summary>
    internal static FakeRateLimits DefaultOf(FakeProfile profile)
    {
        if (profile == FakeProfile.Documented)
        {
            return Documented;
        }

        return Current;
    }
}
