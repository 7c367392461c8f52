using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Files whose activities are looked for by listing the time that contains their starts.</summary>
internal sealed class ListBatch
{
    private readonly DateTimeOffset _begin;
    private readonly DateTimeOffset _end;

    /// <param name="purpose">Why.</param>
    /// <param name="items">The files. Each has a start.</param>
    /// <param name="margin">How far the start on Strava may differ from the one in the file.</param>
    /// <param name="due">When to request the list.</param>
    public ListBatch(ListPurpose purpose, IReadOnlyCollection<SyncItem> items, TimeSpan margin, DateTimeOffset due)
    {
        Purpose = purpose;
        Missing = items.Select(item => item.Key).ToHashSet();
        _begin = items.Min(item => item.Start!.Value) - margin - TimeSpan.FromSeconds(1);
        _end = items.Max(item => item.Start!.Value) + margin;
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
        if (page.Count == 0 || page[^1].Start > _end || Missing.Count == 0)
        {
            return true;
        }

        Cursor = ListCursor.MoveAfter(Cursor, page);
        return false;
    }

    /// <summary>Begins the list again.</summary>
    public void Restart(DateTimeOffset due) => (Cursor, PagesRead, Rounds, Due) = (_begin, 0, Rounds + 1, due);
}
