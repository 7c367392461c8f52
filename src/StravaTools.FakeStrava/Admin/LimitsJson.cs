using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.RateLimits;

namespace StravaTools.FakeStrava.Admin;

/// <summary>Limits and usage. In a change, missing members stay as they are.</summary>
internal sealed record LimitsJson
{
    public WindowJson? QuarterHour { get; init; }

    public WindowJson? Daily { get; init; }

    public WindowJson? ReadQuarterHour { get; init; }

    public WindowJson? ReadDaily { get; init; }

    /// <summary>In a change: how many requests remain in the current 15-minute window.</summary>
    public int? Left { get; init; }

    public FakeRateLimits ApplyTo(FakeRateLimits limits) => new(
        QuarterHour?.Limit ?? limits.QuarterHour,
        Daily?.Limit ?? limits.Daily,
        ReadQuarterHour?.Limit ?? limits.ReadQuarterHour,
        ReadDaily?.Limit ?? limits.ReadDaily);

    public RateUsage ApplyTo(RateUsage usage) => new(
        QuarterHour?.Usage ?? usage.QuarterHour,
        Daily?.Usage ?? usage.Daily,
        ReadQuarterHour?.Usage ?? usage.ReadQuarterHour,
        ReadDaily?.Usage ?? usage.ReadDaily);
}
