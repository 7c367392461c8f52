using StravaTools.Sync.Model;

namespace StravaTools.Sync.Results;

/// <summary>The result of testing a ledger.</summary>
public sealed record LedgerReport
{
    /// <summary>The file; the folder if there is no ledger.</summary>
    public required string Path { get; init; }

    /// <summary>The athlete.</summary>
    public long Athlete { get; init; }

    /// <summary>True if the ledger can be used. A line that was cut off at the end is removed by the next run.</summary>
    public bool IsValid { get; init; }

    /// <summary>What is wrong; null if nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Intact lines.</summary>
    public long Lines { get; init; }

    /// <summary>The size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Bytes at the end that a crash cut off.</summary>
    public long CutOff { get; init; }

    /// <summary>Lines that do not fit those before them. They were ignored.</summary>
    public int Contradictions { get; init; }

    /// <summary>How often the ledger was rewritten.</summary>
    public int Generation { get; init; }

    /// <summary>The number of files in each state.</summary>
    public IReadOnlyDictionary<SyncState, int> States { get; init; } = new Dictionary<SyncState, int>();

    /// <summary>When a run last ended with everything settled; null if none did.</summary>
    public DateTimeOffset? LastSuccess { get; init; }
}
