using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Files whose activities are looked for by listing the time that contains their starts.</summary>
internal sealed class ListBatch
{
    /// <summary>Times that are this far apart are listed separately.</summary>
    public static readonly TimeSpan MaxGap = TimeSpan.FromDays(7);

    private readonly Dictionary<ContentKey, DateTimeOffset> _ends;
    private DateTimeOffset _begin;

    /// <param name="purpose">Why.</param>
    /// <param name="items">The files. Each has a start.</param>
    /// <param name="margin">How far the start on Strava may differ from the one in the file.</param>
    /// <param name="due">When to request the list.</param>
    /// <param name="marginAfter">How much later it may be; null for the same.</param>
    public ListBatch(
        ListPurpose purpose, IReadOnlyCollection<SyncItem> items, TimeSpan margin, DateTimeOffset due, TimeSpan? marginAfter = null)
    {
        Purpose = purpose;
        Missing = items.Select(item => item.Key).ToHashSet();
        _begin = items.Min(item => item.Start!.Value) - margin - TimeSpan.FromSeconds(1);
        _ends = items.ToDictionary(item => item.Key, item => item.Start!.Value + (marginAfter ?? margin));
        Cursor = _begin;
        Due = due;
        Size = items.Count;
    }

    public ListPurpose Purpose { get; }

    /// <summary>The files that were not found yet.</summary>
    public HashSet<ContentKey> Missing { get; }

    /// <summary>The number of files at the beginning.</summary>
    public int Size { get; }

    public DateTimeOffset Due { get; set; }

    /// <summary>The next page contains activities that started after this time.</summary>
    public DateTimeOffset Cursor { get; private set; }

    /// <summary>The pages that were read since <see cref="Restart"/>.</summary>
    public int PagesRead { get; private set; }

    /// <summary>How often the list was read to its end.</summary>
    public int Rounds { get; private set; }

    /// <summary>True while a page is requested.</summary>
    public bool IsBusy { get; set; }

    /// <summary>
    /// Moves on after a page. "prefer iterating until an empty page is returned" (strava-v3-api.md, "Pagination"): a short page is not the
    /// end.
    /// </summary>
    /// <returns>True if the list was read to its end.</returns>
    public bool MoveOn(IReadOnlyList<ListedActivity> page)
    {
        PagesRead++;
        if (page.Count == 0 || Missing.Count == 0 || page[^1].Start > Missing.Max(key => _ends[key]))
        {
            return true;
        }

        Cursor = ListCursor.MoveAfter(Cursor, page);
        return false;
    }

    /// <summary>Also looks for the files of another batch, if that does not make the list much longer.</summary>
    /// <returns>False if its files started at another time.</returns>
    public bool TryAdd(ListBatch other)
    {
        if (other._begin - _ends.Values.Max() > MaxGap || _begin - other._ends.Values.Max() > MaxGap)
        {
            return false;
        }

        Missing.UnionWith(other.Missing);
        foreach (var (key, end) in other._ends)
        {
            _ends[key] = end;
        }

        _begin = other._begin < _begin ? other._begin : _begin;
        Cursor = _begin;
        return true;
    }

    /// <summary>Begins the list again.</summary>
    public void Restart(DateTimeOffset due) => (Cursor, PagesRead, Rounds, Due) = (_begin, 0, Rounds + 1, due);
}
