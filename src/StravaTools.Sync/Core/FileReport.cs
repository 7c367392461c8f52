using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>The state of a file, for reports.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">Its state.</param>
/// <param name="Item">What the ledger says; null if the file is not in it.</param>
/// <param name="Code">The rule that the file breaks, or the ID of an error.</param>
/// <param name="Note">The reason, in English.</param>
/// <param name="IsNew">True if the state changed in this run.</param>
internal sealed record FileReport(string Path, SyncState State, SyncItem? Item, string? Code, string? Note, bool IsNew);
