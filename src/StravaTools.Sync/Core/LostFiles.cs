using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// Files that were sent without a response. Each is searched in Strava's list at least twice, some time apart, and some time after it was
/// sent, because new activities appear late.
/// </summary>
internal sealed class LostFiles(RunContext run)
{
    /// <summary>Clocks and time zones of devices are wrong at times.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(26);

    /// <summary>Only the last search reads everything that could be the file. The ones before it read until its own start.</summary>
    private static readonly TimeSpan FirstMargin = TimeSpan.FromMinutes(2);

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
        return SplitByStart(due).ConvertAll(CreateBatch);
    }

    /// <summary>True while a list is read that should contain the activity of a lost file.</summary>
    public bool IsSearched(ContentKey key) => _files.TryGetValue(key, out var file) && file.IsSearched;

    /// <summary>Notes that the list of a search was not read to its end.</summary>
    public void SearchAgain(ContentKey key) => _files[key].IsSearched = false;

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
        file.Due = IsLastLook(file) && graceEnds > next ? graceEnds : next;
        file.NotBefore = next;
        return false;
    }

    private ListBatch CreateBatch(List<SyncItem> items)
    {
        TimeSpan? after = items.Exists(item => IsLastLook(_files[item.Key])) ? null : FirstMargin;
        return new ListBatch(ListPurpose.Search, items, Margin, run.Now, after);
    }

    private bool IsLastLook(LostFile file) => file.Misses + 1 >= run.Rules.Looks;

    private static List<List<SyncItem>> SplitByStart(List<SyncItem> items)
    {
        var groups = new List<List<SyncItem>>();
        foreach (var item in items)
        {
            if (groups.Count == 0 || item.Start - groups[^1][^1].Start > ListBatch.MaxGap)
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
