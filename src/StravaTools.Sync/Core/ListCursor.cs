namespace StravaTools.Sync.Core;

/// <summary>Where the next page of a list begins.</summary>
internal static class ListCursor
{
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The bound of the page after a page. The bound is exclusive, and several activities can start in the same second, so the next page
    /// repeats the last second.
    /// </summary>
    /// <param name="cursor">The bound of the page.</param>
    /// <param name="page">The page, oldest first. It is not empty.</param>
    public static DateTimeOffset MoveAfter(DateTimeOffset cursor, IReadOnlyList<ListedActivity> page)
    {
        var last = page.Max(activity => activity.Start);
        var next = last - Overlap;
        return next > cursor ? next : last;
    }
}
