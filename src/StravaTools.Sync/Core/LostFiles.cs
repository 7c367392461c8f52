using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// Files that were sent without a response. Each is searched in Strava's list, the last time some time after it was sent, because new
/// activities appear late.
/// </summary>
internal sealed class LostFiles(RunContext run)
{
    /// <summary>Clocks and time zones of devices are wrong at times.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(26);

    /// <summary>Only the last search reads everything that could be the file. The ones before it read until its own start.</summary>
    private static readonly TimeSpan FirstMargin = TimeSpan.FromMinutes(2);

    private readonly Dictionary<ContentKey, LostFile> _files = [];

    public int Count => _files.Count;

    /// <summary>When the next search is due; null if nothing waits. To save lists, the last file decides: one search serves all.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            var due = _files.Where(file => !file.Value.IsSearched && IsOpen(file.Key)).Select(file => (DateTimeOffset?)file.Value.Due);
            return run.Rules.SavesLists ? due.Max() : due.Min();
        }
    }

    /// <summary>Adds a file.</summary>
    /// <param name="key">The file.</param>
    /// <param name="due">When to search for it first; null at the end of the grace time.</param>
    public void AddFile(ContentKey key, DateTimeOffset? due)
    {
        // A clock that was set back must not shorten the grace time.
        var since = run.ItemOf(key).SendingAt is { } sent && sent < run.Now ? sent : run.Now;
        var graceEnd = since + run.Rules.LostGrace;
        _files[key] = new LostFile(due ?? graceEnd, graceEnd);
    }

    /// <summary>The searches that are due. One list serves all files that started at about the same time.</summary>
    public List<ListBatch> TakeDue()
    {
        foreach (var settled in _files.Keys.Where(key => !IsOpen(key)).ToList())
        {
            _files.Remove(settled);
        }

        if (NextDue is not { } next || next > run.Now)
        {
            return [];
        }

        var soon = run.Now + (run.Rules.LookPause / 2);
        var due = _files.Where(file => !file.Value.IsSearched && file.Value.Due <= soon && MayBeSearched(file.Value))
            .Select(file => run.ItemOf(file.Key)).OrderBy(item => item.Start).ToList();
        due.ForEach(item => BeginSearch(_files[item.Key]));
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
        if (file.IsLastLook)
        {
            _files.Remove(key);
            return true;
        }

        file.Misses++;
        file.IsSearched = false;
        file.NotBefore = run.Now + run.Rules.LookPause;
        file.Due = MayBeLast(file) && file.GraceEnd > file.NotBefore ? file.GraceEnd : file.NotBefore;
        return false;
    }

    private bool IsOpen(ContentKey key) => run.ItemOf(key).State is SyncState.Sending or SyncState.Sent;

    /// <summary>The last search must not be early.</summary>
    private bool MayBeSearched(LostFile file) => run.Now >= file.NotBefore && (!MayBeLast(file) || run.Now >= file.Due);

    private void BeginSearch(LostFile file)
    {
        file.IsSearched = true;
        file.IsLastLook = MayBeLast(file) && run.Now >= file.GraceEnd;
    }

    private ListBatch CreateBatch(List<SyncItem> items)
    {
        TimeSpan? after = items.Exists(item => _files[item.Key].IsLastLook) ? null : FirstMargin;
        return new ListBatch(ListPurpose.Search, items, Margin, run.Now, after);
    }

    private bool MayBeLast(LostFile file) => file.Misses + 1 >= run.Rules.Looks;

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

    private sealed class LostFile(DateTimeOffset due, DateTimeOffset graceEnd)
    {
        public DateTimeOffset Due { get; set; } = due;

        /// <summary>A search after this time may show that the file did not arrive.</summary>
        public DateTimeOffset GraceEnd { get; } = graceEnd;

        public DateTimeOffset NotBefore { get; set; }

        public int Misses { get; set; }

        public bool IsSearched { get; set; }

        /// <summary>True if the file is not on Strava if this search does not find it.</summary>
        public bool IsLastLook { get; set; }
    }
}
