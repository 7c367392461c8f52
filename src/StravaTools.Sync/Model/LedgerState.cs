namespace StravaTools.Sync.Model;

/// <summary>The state of a ledger: the result of its facts, in order.</summary>
internal sealed class LedgerState
{
    /// <summary>Enough for a report of a few days with a run in each hour.</summary>
    private const int MaxRuns = 100;

    private readonly List<RunRecord> _runs = [];
    private readonly Dictionary<ContentKey, SyncItem> _items = [];
    private readonly Dictionary<string, PathRecord> _paths = new(StringComparer.Ordinal);

    /// <summary>The contents.</summary>
    public IReadOnlyDictionary<ContentKey, SyncItem> Items => _items;

    /// <summary>The paths.</summary>
    public IReadOnlyDictionary<string, PathRecord> Paths => _paths;

    /// <summary>The last runs, in order.</summary>
    public IReadOnlyList<RunRecord> Runs => _runs;

    /// <summary>The number of facts that do not fit the state before them.</summary>
    public int Contradictions { get; private set; }

    /// <summary>The last fact that a run ended; null before the first.</summary>
    public SyncFact? LastEnd { get; private set; }

    /// <summary>When a run last ended with exit code 0; null if none did.</summary>
    public DateTimeOffset? LastSuccess { get; private set; }

    /// <summary>Facts of kinds of other versions.</summary>
    public List<SyncFact> Others { get; } = [];

    /// <summary>Reserves memory for a number of contents.</summary>
    public void EnsureCapacity(int count)
    {
        _items.EnsureCapacity(count);
        _paths.EnsureCapacity(count);
    }

    /// <summary>Applies the next fact.</summary>
    public void ApplyFact(SyncFact fact)
    {
        switch (fact.Kind)
        {
            case SyncFactKind.Other:
                Others.Add(fact);
                break;
            case SyncFactKind.Run:
                AddRun(new RunRecord(fact.By ?? "", fact.Time));
                break;
            case SyncFactKind.End:
                EndRun(fact);
                LastEnd = fact;
                LastSuccess = fact.Number == 0 ? fact.Time : LastSuccess;
                break;
            default:
                ApplyToItem(fact);
                break;
        }
    }

    private void AddRun(RunRecord run)
    {
        if (_runs.Count == MaxRuns)
        {
            _runs.RemoveAt(0);
        }

        _runs.Add(run);
    }

    private void EndRun(SyncFact end)
    {
        if (_runs is [.., { End: null } last] && last.Id == end.By)
        {
            _runs[^1] = last with { End = end };
        }
    }

    private void ApplyToItem(SyncFact fact)
    {
        ref var item = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_items, fact.Key, out _);
        var before = item ?? new SyncItem(fact.Key, fact.Path ?? "") { ChangedAt = fact.Time };
        if (before.ApplyFact(fact) is { } after)
        {
            item = after;
        }
        else
        {
            // What the facts before it say stays: sending a file again must not follow from a contradiction.
            item = before;
            Contradictions++;
        }

        if (fact is { Kind: SyncFactKind.Moved, By: not null })
        {
            // A folder from which a run removed all files is not suspiciously empty. A new generation also has moves, without By.
            _paths.Remove(before.Path);
        }

        if (fact.Path is not null && fact.Kind is SyncFactKind.File or SyncFactKind.Invalid or SyncFactKind.Changed)
        {
            _paths[fact.Path!] = new PathRecord(fact.Key, fact.Size, fact.Modified);
        }
    }
}
