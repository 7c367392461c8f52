namespace StravaTools.FakeStrava.Options;

/// <summary>The limits of an application.</summary>
/// <param name="QuarterHour">Requests in a quarter of an hour.</param>
/// <param name="Daily">Requests a day.</param>
/// <param name="ReadQuarterHour">Requests in a quarter of an hour that are neither uploads nor new activities; null for no such limit.</param>
/// <param name="ReadDaily">The same a day.</param>
public sealed record FakeRateLimits(int QuarterHour, int Daily, int? ReadQuarterHour = null, int? ReadDaily = null)
{
    /// <summary>"The default rate limit allows 600 requests every 15 minutes, with up to 30,000 requests per day" (strava-v3-api.md).</summary>
    public static FakeRateLimits Documented { get; } = new(600, 30_000);

    /// <summary>Those of a new application today (field-notes.md, 3.4).</summary>
    public static FakeRateLimits Current { get; } = new(200, 2_000, 100, 1_000);

    /// <summary>So many that no test meets them; the headers tell of them all the same.</summary>
    public static FakeRateLimits Unlimited { get; } = new(int.MaxValue, int.MaxValue);
}
