using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Compares the files of a folder with the ledger, and decides what happens to each.</summary>
internal sealed class Triage
{
    private readonly RunContext _run;
    private readonly HashSet<ContentKey> _seen = [];
    private readonly HashSet<string> _present;
    private readonly List<SyncFact> _facts = [];

    private Triage(RunContext run, IReadOnlyList<ScannedFile> files)
    {
        _run = run;
        _present = files.Where(file => file.State == SyncState.Planned).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds the facts of new and changed files to the ledger, and reports each file.</summary>
    /// <returns>The contents that have a file.</returns>
    public static IReadOnlyCollection<ContentKey> AddFiles(RunContext run, IReadOnlyList<ScannedFile> files)
    {
        var triage = new Triage(run, files);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            triage.AddFile(file);
        }

        if (triage._facts.Count > 0)
        {
            run.AddEffect(new SyncEffect.Submit(triage._facts));
        }

        return triage._seen;
    }

    private void AddFile(ScannedFile file)
    {
        switch (file.State)
        {
            case SyncState.Waiting:
                Report(file, SyncState.Waiting, isNew: false);
                break;
            case SyncState.Invalid:
                AddInvalid(file);
                break;
            default:
                AddValid(file);
                break;
        }
    }

    private void AddInvalid(ScannedFile file)
    {
        var known = _run.Ledger.Items.GetValueOrDefault(file.Key);
        var isNew = known is not { State: SyncState.Invalid } || known.By != file.Code;
        if (known is { State: not (SyncState.Planned or SyncState.Invalid) })
        {
            // Sent by force, or accepted by older rules: what happened on Strava counts.
            AddValid(file);
            return;
        }

        if (isNew || !file.IsRemembered)
        {
            Append(ToFact(SyncFactKind.Invalid, file) with { By = file.Code, Why = file.Why });
        }

        Report(file, SyncState.Invalid, isNew);
    }

    private void AddValid(ScannedFile file)
    {
        if (!_seen.Add(file.Key))
        {
            Remember(file);
            Report(file, SyncState.SameAs, isNew: !file.IsRemembered, _run.FileOf(file.Key)!.Path);
            return;
        }

        _run.AddFile(file);
        if (FindReplaced(file) is { } replaced)
        {
            Append(ToFact(SyncFactKind.Changed, file) with { Of = replaced.Key, ActivityIds = replaced.ActivityIds });
            Report(file, SyncState.Changed, isNew: true);
            return;
        }

        Remember(file);
        var item = _run.ItemOf(file.Key);
        if (item.State is not (SyncState.Planned or SyncState.Sending or SyncState.Sent))
        {
            Report(file, item.State, isNew: false, item.Why);
        }
    }

    /// <summary>Notes what the path contains, unless the ledger has it.</summary>
    private void Remember(ScannedFile file)
    {
        var item = _run.Ledger.Items.GetValueOrDefault(file.Key);
        var isMoved = item is not null && item.Path != file.Path && !_present.Contains(item.Path);
        if (!file.IsRemembered || item is null || isMoved || item.State == SyncState.Invalid)
        {
            Append(ToFact(SyncFactKind.File, file));
        }
    }

    /// <summary>
    /// The settled content that the path had before, if the activity of the file starts at the same time: Strava would only report a
    /// duplicate.
    /// </summary>
    private SyncItem? FindReplaced(ScannedFile file)
    {
        if (_run.Ledger.Items.ContainsKey(file.Key) || _run.Ledger.Paths.GetValueOrDefault(file.Path) is not { } before)
        {
            return null;
        }

        var item = _run.Ledger.Items.GetValueOrDefault(before.Key);
        var isReplaced = item is { State: SyncState.Ready or SyncState.Duplicate or SyncState.Deleted }
            && item.Start is not null && item.Start == file.Start;
        return isReplaced ? item : null;
    }

    private void Append(SyncFact fact)
    {
        var timed = fact with { Time = _run.Now };
        _run.Ledger.ApplyFact(timed);
        _facts.Add(timed);
    }

    private static SyncFact ToFact(SyncFactKind kind, ScannedFile file) => new(kind, file.Key)
    {
        Path = file.Path,
        Size = file.Size,
        Modified = file.Modified,
        Start = file.Start,
        Elapsed = file.Elapsed,
        Sport = file.Sport,
    };

    private void Report(ScannedFile file, SyncState state, bool isNew, string? note = null)
    {
        var item = _run.Ledger.Items.GetValueOrDefault(file.Key);
        _run.AddEffect(new SyncEffect.Report(new FileReport(file.Path, state, item, file.Code, note ?? file.Why, isNew)));
    }
}
