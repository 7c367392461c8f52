using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Recognizes our files in a list of activities: by the upload, by the key in the external ID, and optionally by time.</summary>
internal sealed class Matcher(RunContext run)
{
    /// <summary>Strava rounds durations.</summary>
    private const long MaxElapsedDifference = 2;

    private readonly Dictionary<string, ContentKey> _byPrefix = new(StringComparer.Ordinal);

    /// <summary>Adds a file that may be in a list.</summary>
    public void Expect(ContentKey key) => _byPrefix[key.Prefix] = key;

    /// <summary>The facts that a page of activities leads to.</summary>
    public List<(SyncFact Fact, int PhotoCount)> MatchPage(IReadOnlyList<ListedActivity> page, ListPurpose purpose)
    {
        var found = new Dictionary<ContentKey, (SyncFact Fact, int PhotoCount)>();
        foreach (var activity in page)
        {
            if (FindKey(activity, purpose, out var by) is not { } key)
            {
                continue;
            }

            var item = run.ItemOf(key);
            var before = found.TryGetValue(key, out var earlier) ? earlier.Fact.ActivityIds : KnownIds(item);
            if (IsExpected(item.State) && !before.Contains(activity.Id))
            {
                var fact = new SyncFact(SyncFactKind.Ready, key)
                {
                    UploadId = activity.UploadId,
                    ActivityIds = [.. before, activity.Id],
                    By = by,
                };
                found[key] = (fact, activity.PhotoCount);
            }
        }

        return [.. found.Values];
    }

    private static bool IsExpected(SyncState state) =>
        state is SyncState.Planned or SyncState.Sending or SyncState.Sent or SyncState.Ready or SyncState.Unknown;

    /// <summary>A file with several activities is found several times, perhaps on several pages.</summary>
    private static IReadOnlyList<long> KnownIds(SyncItem item) => item.State == SyncState.Ready ? item.ActivityIds : [];

    private ContentKey? FindKey(ListedActivity activity, ListPurpose purpose, out string by)
    {
        by = "list";
        if (activity.KeyPrefix is { } prefix && _byPrefix.TryGetValue(prefix, out var key))
        {
            return key;
        }

        by = "time";
        if (purpose == ListPurpose.LookUpFirst && run.Rules.MatchesByTime)
        {
            return FindByTime(activity);
        }

        return null;
    }

    private ContentKey? FindByTime(ListedActivity activity)
    {
        foreach (var key in _byPrefix.Values)
        {
            var item = run.ItemOf(key);
            if (item.State == SyncState.Planned && item.Start is { } start
                && start.ToUnixTimeSeconds() == activity.Start.ToUnixTimeSeconds()
                && Math.Abs((item.Elapsed ?? 0) - (activity.Elapsed ?? 0)) <= MaxElapsedDifference)
            {
                return key;
            }
        }

        return null;
    }
}
