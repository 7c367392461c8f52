namespace StravaTools.Client;

/// <summary>One limit, and how much of it is used; null is what Strava has not told.</summary>
/// <param name="Limit">How many requests the window has.</param>
/// <param name="Usage">How many of them are used; more than the limit where refused requests were counted too.</param>
public sealed record RateLimitCount(long? Limit = null, long? Usage = null)
{
    /// <summary>How many requests are left; null if that is unknown.</summary>
    public long? Remaining => Limit - Usage is { } left ? Math.Max(0, left) : null;

    /// <summary>True only if Strava told that all is used.</summary>
    public bool IsUsedUp => Usage >= Limit;

    internal RateLimitCount MergeWith(RateLimitCount before, bool sameWindow) =>
        new(Limit ?? before.Limit, Usage ?? (sameWindow ? before.Usage : null));

    /// <inheritdoc/>
    public override string ToString() => string.Create(null, $"{FormatCount(Usage)} of {FormatCount(Limit)}");

    private static string FormatCount(long? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";
}
