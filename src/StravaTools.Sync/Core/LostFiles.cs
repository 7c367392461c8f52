using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// Files that were sent without a response. Each is searched in Strava's list at least twice, some time apart, and some time after it was
/// sent, because new activities appear late.
/// </summary>
internal sealed class LostFiles(RunContext run)
{
    /// <summary>Files that started this far apart are searched in separate lists.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromDays(7);

    /// <summary>Clocks and time zones of devices are wrong at times.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(26);

    private readonly Dictionary<ContentKey, LostFile> _files = [];

    public int Count => _files.Count;

    /// <summary>When the next search is due; null if nothing waits.</summary>
    public DateTimeOffset? NextDue =>
        _files.Values.Where(file => !file.IsSearched).Select(file => (DateTimeOffset?)file.Due).Min();

    public void AddFile(ContentKey key, DateTimeOffset due)
    {
        // A clock that was set back must not shorten the grace time.
        var since = run.ItemOf(key).SendingAt is { } sent && sent < run.Now ? sent : run.Now;
        _files[key] = new LostFile(due, since);
    }

    /// <summary>The searches that are due. One list serves all files that started at about the same time.</summary>
    public List<ListBatch> TakeDue()
    {
        foreach (var settled in _files.Keys.Where(key => run.ItemOf(key).State is not (SyncState.Sending or SyncState.Sent)).ToList())
        {
            _files.Remove(settled);
        }

        if (NextDue is not { } next || next > run.Now)
        {
            return [];
        }

        var soon = run.Now + (run.Rules.LookPause / 2);
        var due = _files.Where(file => !file.Value.IsSearched && file.Value.Due <= soon && file.Value.MayBeSearched(run.Now))
            .Select(file => run.ItemOf(file.Key)).OrderBy(item => item.Start).ToList();
        due.ForEach(item => _files[item.Key].IsSearched = true);
        return SplitByStart(due).ConvertAll(group => new ListBatch(ListPurpose.Search, group, Margin, run.Now));
    }

    /// <summary>Notes that a search did not find the file.</summary>
    /// <returns>True if the file is not on Strava, as far as can be known. Otherwise it will be searched again.</returns>
    public bool IsMissing(ContentKey key)
    {
        var file = _files[key];
        file.Misses++;
        file.IsSearched = false;
        if (file.Misses >= run.Rules.Looks && run.Now >= file.Since + run.Rules.LostGrace)
        {
            _files.Remove(key);
            return true;
        }

        var graceEnds = file.Since + run.Rules.LostGrace;
        var next = run.Now + run.Rules.LookPause;
        var isLast = file.Misses + 1 >= run.Rules.Looks;
        file.Due = isLast && graceEnds > next ? graceEnds : next;
        file.NotBefore = next;
        return false;
    }

    private static List<List<SyncItem>> SplitByStart(List<SyncItem> items)
    {
        var groups = new List<List<SyncItem>>();
        foreach (var item in items)
        {
            if (groups.Count == 0 || item.Start - groups[^1][^1].Start > MaxGap)
            {
                groups.Add([]);
            }

            groups[^1].Add(item);
        }

        return groups;
    }

    private sealed class LostFile(DateTimeOffset due, DateTimeOffset since)
    {
        public DateTimeOffset Due { get; set; } = due;

        public DateTimeOffset Since { get; } = since;

        public DateTimeOffset NotBefore { get; set; }

        public int Misses { get; set; }

        public bool IsSearched { get; set; }

        public bool MayBeSearched(DateTimeOffset now) => now >= NotBefore && (Misses == 0 || now >= Due);
    }
}
