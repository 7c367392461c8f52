namespace StravaTools.Sync.Ledgers;

/// <summary>The first line of a ledger.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Host">The host and port of the server.</param>
/// <param name="Athlete">The athlete.</param>
/// <param name="Generation">How often the ledger was rewritten.</param>
internal sealed record LedgerHeader(int Version, string Host, long Athlete, int Generation)
{
    /// <summary>The version that this program writes.</summary>
    public const int CurrentVersion = 1;
}
