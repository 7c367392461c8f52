namespace StravaTools.Sync.Results;

/// <summary>How far a run is.</summary>
/// <param name="Found">Files that were found.</param>
/// <param name="Done">Files with which this run does nothing more.</param>
/// <param name="Sent">Files that were sent and are not confirmed yet.</param>
/// <param name="NeedsYou">Of the files that are done, files that need you.</param>
/// <param name="Requests">Requests that were sent.</param>
/// <param name="WaitsUntil">Until when the run waits, for a rate limit or a server; null while it works.</param>
public sealed record SyncProgress(int Found, int Done, int Sent, int NeedsYou, int Requests, DateTimeOffset? WaitsUntil = null);
