using System.Globalization;

namespace StravaTools.Client;

/// <summary>A rate limit and its usage. Values that Strava did not report are null.</summary>
/// <param name="Limit">The number of requests per window.</param>
/// <param name="Usage">The number of requests used; can exceed the limit, because rejected requests also count.</param>
public sealed record RateLimitCount(long? Limit = null, long? Usage = null)
{
    /// <summary>The number of requests left; null if unknown.</summary>
    public long? Remaining => Limit - Usage is { } left ? Math.Max(0, left) : null;

    /// <summary>True only if Strava reported that the limit is used up.</summary>
    public bool IsUsedUp => Usage >= Limit;

    internal RateLimitCount MergeWith(RateLimitCount before, bool sameWindow) =>
        new(Limit ?? before.Limit, Usage ?? (sameWindow ? before.Usage : null));

    /// <inheritdoc/>
    public override string ToString() => string.Create(null, $"{FormatCount(Usage)} of {FormatCount(Limit)}");

    private static string FormatCount(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "unknown";
}
