using StravaTools.Client;

namespace StravaTools.Sync.Budget;

/// <summary>One limit and what is used of it.</summary>
/// <param name="Limit">Requests per window.</param>
/// <param name="Used">Requests in the current window.</param>
internal readonly record struct BookLine(int Limit, int Used)
{
    /// <summary>The line of a new window.</summary>
    public BookLine ClearUsage() => this with { Used = 0 };

    /// <summary>More requests.</summary>
    public BookLine AddRequests(int count) => this with { Used = Used + count };

    /// <summary>True if more than this number of requests is left.</summary>
    public bool HasMoreThan(int reserve) => LeftAbove(reserve) > 0;

    /// <summary>How many requests are left above a reserve. A reserve is at most half of the limit.</summary>
    public int LeftAbove(int reserve) => Math.Max(0, Limit - Used - Math.Min(reserve, Limit / 2));

    /// <summary>
    /// What Strava reported. A smaller usage is ignored: requests of this machine may be on their way that the report does not contain.
    /// </summary>
    public BookLine NoteReport(RateLimitCount seen) => new(
        (int)Math.Min(seen.Limit ?? Limit, int.MaxValue), (int)Math.Min(Math.Max(seen.Usage ?? 0, Used), int.MaxValue));
}
