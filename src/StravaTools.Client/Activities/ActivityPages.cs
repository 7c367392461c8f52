namespace StravaTools.Client.Activities;

/// <summary>
/// Where in the list of activities the next page begins. "before, after or page can not be used in combination" (strava-activities.md,
/// "List athlete activities"), so a list with a bound moves the bound itself, and both bounds at once are the later part of a list with the
/// earlier one.
/// </summary>
internal sealed class ActivityPages(long? before, long? after, int perPage)
{
    private readonly HashSet<long> _seen = [];
    private int _page = 1;
    private long? _bound = after ?? before;

    /// <summary>True if there are no more activities.</summary>
    public bool IsAtEnd { get; private set; }

    public string Path => FormattableString.Invariant($"athlete/activities?{PositionParameter}={_bound ?? _page}&per_page={perPage}");

    private string PositionParameter
    {
        get
        {
            if (after is not null)
            {
                return "after";
            }

            if (before is null)
            {
                return "page";
            }

            return "before";
        }
    }

    /// <summary>
    /// Moves on to the next page and returns the new activities of this one. Pages overlap if an activity was added in the meantime.
    /// </summary>
    public List<StravaActivity> TakeNewActivities(IReadOnlyList<StravaActivity> page)
    {
        var fresh = page.Where(activity => _seen.Add(activity.Id)).ToList();
        // "prefer iterating until an empty page is returned" (strava-v3-api.md, "Pagination"): a short page is not the end.
        IsAtEnd = page.Count == 0 || (_bound is not null && !MoveBound(page, overlap: fresh.Count > 0));
        _page++;
        if (after is null || before is null)
        {
            return fresh;
        }

        var within = fresh.FindAll(activity => !(Seconds(activity) >= before));
        IsAtEnd |= within.Count < fresh.Count;
        return within;
    }

    /// <summary>
    /// The bounds are exclusive, and several activities may begin in one second: the next page takes in the last second of this one again,
    /// unless that brought nothing.
    /// </summary>
    private bool MoveBound(IReadOnlyList<StravaActivity> page, bool overlap)
    {
        var starts = page.Select(Seconds).OfType<long>().ToList();
        if (starts.Count == 0)
        {
            return false;
        }

        _bound = after is not null ? starts.Max() - (overlap ? 1 : 0) : starts.Min() + (overlap ? 1 : 0);
        return true;
    }

    private static long? Seconds(StravaActivity activity) => activity.StartDate?.ToUnixTimeSeconds();
}
