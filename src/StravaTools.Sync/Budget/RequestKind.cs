namespace StravaTools.Sync.Budget;

/// <summary>Strava counts reads twice: against the limit of all requests, and against the limit of reads.</summary>
internal enum RequestKind
{
    /// <summary>A request that only reads.</summary>
    Read,

    /// <summary>An upload.</summary>
    Write,
}
