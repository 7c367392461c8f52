using StravaTools.Sync.Model;

namespace StravaTools.Sync.Results;

/// <summary>A file that needs the user.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">Its state.</param>
/// <param name="ErrorId">The rule that it breaks, or the ID of an error.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record SyncProblem(string Path, SyncState State, string? ErrorId, string? Reason, string Remedy);
