using System.Globalization;

namespace StravaTools.Sync.Results;

/// <summary>The requests of a run.</summary>
/// <param name="Uploads">Files that were sent.</param>
/// <param name="Lists">Lists of activities. One confirms up to 199 uploads.</param>
/// <param name="Polls">Requests about one upload, activity, or athlete.</param>
/// <param name="Refused">Requests that Strava refused because of a rate limit.</param>
public sealed record SyncRequestCounts(int Uploads, int Lists, int Polls, int Refused)
{
    /// <summary>All requests.</summary>
    public int Total => Uploads + Lists + Polls;

    /// <summary>The requests of two runs.</summary>
    public SyncRequestCounts AddCounts(SyncRequestCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Uploads + other.Uploads, Lists + other.Lists, Polls + other.Polls, Refused + other.Refused);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Total} (uploads: {Uploads}, lists: {Lists}, polls: {Polls}, refused: {Refused})");
}
