namespace StravaTools.Client.Activities;

/// <summary>
/// Tracks the next page of a list of activities. "before, after or page can not be used in combination" (strava-activities.md, "List
/// athlete activities"), so a bounded list moves its bound instead of the page. With both bounds, the list is paged by <c>after</c> and
/// filtered by <c>before</c>.
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

        var within = fresh.FindAll(activity => !(StartSeconds(activity) >= before));
        IsAtEnd |= within.Count < fresh.Count;
        return within;
    }

    /// <summary>
    /// Bounds are exclusive, and several activities can start in the same second: the next page repeats the last second of this one, unless
    /// that returned nothing new.
    /// </summary>
    private bool MoveBound(IReadOnlyList<StravaActivity> page, bool overlap)
    {
        var starts = page.Select(StartSeconds).OfType<long>().ToList();
        if (starts.Count == 0)
        {
            return false;
        }

        _bound = after is not null ? starts.Max() - (overlap ? 1 : 0) : starts.Min() + (overlap ? 1 : 0);
        return true;
    }

    private static long? StartSeconds(StravaActivity activity) => activity.StartDate?.ToUnixTimeSeconds();
}
