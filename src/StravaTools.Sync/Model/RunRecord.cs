namespace StravaTools.Sync.Model;

/// <summary>What the ledger has about one run.</summary>
/// <param name="Id">Identifies the run.</param>
/// <param name="Started">When it began.</param>
internal sealed record RunRecord(string Id, DateTimeOffset Started)
{
    /// <summary>The fact that it ended; null if it is active or was interrupted.</summary>
    public SyncFact? End { get; init; }
}
