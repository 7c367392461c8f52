using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>A ledger on a disk: what is on the platter, and what a power cut takes.</summary>
internal sealed class VirtualDisk
{
    private readonly List<SyncFact> _synced = [];
    private readonly List<SyncFact> _loose = [];

    /// <summary>Intents that this disk loses: for the wrong protocols.</summary>
    public bool DropsIntents { get; init; }

    /// <summary>Ignores requests to put intents on the platter: for the wrong protocols.</summary>
    public bool DoesNotSyncIntents { get; init; }

    public IReadOnlyList<SyncFact> Synced => _synced;

    public void Append(IReadOnlyList<SyncFact> facts, bool isDurable)
    {
        _loose.AddRange(facts.Where(fact => !DropsIntents || !IsIntent(fact)));
        if (isDurable && !(DoesNotSyncIntents && facts.Any(IsIntent)))
        {
            Sync();
        }
    }

    /// <summary>The process dies. The operating system writes what it has, unless the power fails.</summary>
    public void Crash(bool isPowerCut)
    {
        if (isPowerCut)
        {
            _loose.Clear();
        }

        Sync();
    }

    public LedgerState Read()
    {
        var ledger = new LedgerState();
        foreach (var fact in _synced)
        {
            ledger.ApplyFact(fact);
        }

        return ledger;
    }

    private void Sync()
    {
        _synced.AddRange(_loose);
        _loose.Clear();
    }

    private static bool IsIntent(SyncFact fact) => fact.Kind is SyncFactKind.Sending or SyncFactKind.PhotoSending;
}
