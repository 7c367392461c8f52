using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>The fewest facts that lead to a state: what a new generation of a ledger contains.</summary>
internal static class LedgerSnapshot
{
    /// <summary>The facts of a state.</summary>
    public static IEnumerable<SyncFact> FactsOf(LedgerState state)
    {
        var paths = state.Paths.ToLookup(path => path.Value.Key);
        foreach (var item in state.Items.Values)
        {
            foreach (var fact in FilesOf(item, paths[item.Key]).Concat(StatesOf(item)))
            {
                yield return fact;
            }
        }

        foreach (var other in state.Others)
        {
            yield return other;
        }

        foreach (var end in RunsOf(state))
        {
            yield return end;
        }
    }

    /// <summary>The last runs. The last end comes last, because it counts.</summary>
    private static IEnumerable<SyncFact> RunsOf(LedgerState state)
    {
        if (state.LastSuccess is { } success && state.Runs.All(run => run.End?.Time != success))
        {
            yield return new SyncFact(SyncFactKind.End) { Time = success, Number = 0 };
        }

        foreach (var run in state.Runs)
        {
            yield return new SyncFact(SyncFactKind.Run) { Time = run.Started, By = run.Id };
            if (run.End is { } end)
            {
                yield return end;
            }
        }

        if (state.LastEnd is { } last && state.Runs.All(run => run.End != last))
        {
            yield return last;
        }
    }

    /// <summary>The path of the item comes last, because the last one counts. It may contain something else by now.</summary>
    private static IEnumerable<SyncFact> FilesOf(SyncItem item, IEnumerable<KeyValuePair<string, PathRecord>> paths)
    {
        var template = new SyncFact(SyncFactKind.File, item.Key)
        {
            Time = item.ChangedAt,
            Path = item.Path,
            Start = item.Start,
            Elapsed = item.Elapsed,
            Sport = item.Sport,
        };
        SyncFact[] own = [template with { Path = null }, new(SyncFactKind.Moved, item.Key) { Time = item.ChangedAt, Path = item.Path }];
        foreach (var (path, record) in paths)
        {
            var fact = template with { Path = path, Size = record.Size, Modified = record.Modified };
            if (path == item.Path)
            {
                own = [fact];
            }
            else
            {
                yield return fact;
            }
        }

        foreach (var fact in own)
        {
            yield return fact;
        }
    }

    private static IEnumerable<SyncFact> StatesOf(SyncItem item)
    {
        if (item.Tries > 0)
        {
            yield return new SyncFact(SyncFactKind.Sending, item.Key) { Time = item.SendingAt ?? item.ChangedAt, Number = item.Tries };
        }

        if (item.Tries > 0 && item.State is SyncState.Invalid or SyncState.Changed)
        {
            yield return new SyncFact(SyncFactKind.Unsent, item.Key) { Time = item.ChangedAt };
        }

        var fact = new SyncFact(KindOf(item), item.Key)
        {
            Time = item.ChangedAt,
            UploadId = item.UploadId,
            ActivityIds = item.ActivityIds,
            By = item.By,
            Why = item.Why,
        };
        if (NeedsFact(item))
        {
            // A deleted activity was ready before, and can have photos only from that time.
            yield return item.State == SyncState.Deleted ? fact with { Kind = SyncFactKind.Ready } : fact;
        }

        if (item.Photo != PhotoState.None)
        {
            yield return new SyncFact(SyncFactKind.PhotoSending, item.Key) { Time = item.ChangedAt, Number = item.PhotosBefore };
        }

        if (item.Photo is not (PhotoState.None or PhotoState.Sending))
        {
            yield return new SyncFact(SyncFactKind.Photo, item.Key) { Time = item.ChangedAt, Photo = item.Photo };
        }

        if (item.State == SyncState.Deleted)
        {
            yield return fact;
        }
    }

    private static bool NeedsFact(SyncItem item) => item.State switch
    {
        SyncState.Planned => item.Tries > 0,
        SyncState.Sending => false,
        _ => true,
    };

    private static SyncFactKind KindOf(SyncItem item) => item.State switch
    {
        SyncState.Planned => SyncFactKind.Unsent,
        SyncState.Sending => SyncFactKind.Sending,
        SyncState.Sent => SyncFactKind.Sent,
        SyncState.Ready => SyncFactKind.Ready,
        SyncState.Duplicate => SyncFactKind.Duplicate,
        SyncState.Refused => SyncFactKind.Refused,
        SyncState.Deleted => SyncFactKind.Deleted,
        SyncState.Unknown => SyncFactKind.Unknown,
        SyncState.Changed => SyncFactKind.Changed,
        SyncState.Invalid => SyncFactKind.Invalid,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.State, "A ledger has no items in this state."),
    };
}
