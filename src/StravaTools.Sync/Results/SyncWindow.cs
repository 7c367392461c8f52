namespace StravaTools.Sync.Results;

/// <summary>A rate limit window of a plan.</summary>
/// <param name="Start">When requests are sent.</param>
/// <param name="Requests">How many.</param>
public sealed record SyncWindow(DateTimeOffset Start, int Requests);
