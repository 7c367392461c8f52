using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>What must be true after each step of a virtual year, and at its end.</summary>
internal sealed class YearJudge(VirtualWorld world, IReadOnlySet<ContentKey> rejected)
{
    /// <summary>Contents whose activity the user deleted, although the ledger had it.</summary>
    private readonly HashSet<ContentKey> _deleted = [];

    private int _judged;

    public HashSet<string> Violations { get; } = [];

    public int Deletions { get; private set; }

    /// <summary>True if nothing remains to be done for any file in the folder.</summary>
    public bool IsSettled => world.Files.TrueForAll(file =>
        world.Ledger.Items.GetValueOrDefault(file.Key) is { } item && !item.State.Continues() && !WaitsForPhoto(file.PhotoPath, item));

    /// <summary>The user deletes one of the activities that we uploaded.</summary>
    public void DeleteOne(Random random)
    {
        var own = world.Strava.Live.Where(activity => activity.Prefix is not null).ToList();
        if (own.Count == 0)
        {
            return;
        }

        // New ones more often: this is where deleting and sending can overlap.
        Delete(own[random.Next(2) == 0 ? own.Count - 1 : random.Next(own.Count)]);
    }

    /// <summary>The user deletes an activity that we uploaded.</summary>
    public void Delete(VirtualActivity activity)
    {
        var isKnown = world.Disk.Synced.Any(fact => fact.Key == activity.Key && (fact.UploadId ?? 0) != 0);
        VirtualStrava.Delete(activity, isKnown);
        Deletions++;
        if (isKnown)
        {
            _deleted.Add(activity.Key);
        }
    }

    /// <summary>Judges the activities that the last step created.</summary>
    public void JudgeStep()
    {
        var activities = world.Strava.Activities;
        for (; _judged < activities.Count; _judged++)
        {
            var activity = activities[_judged];
            if (world.Strava.LiveOf(activity.Key).Count() > 1)
            {
                Violations.Add($"two activities of {activity.Key} at {world.Now:u}");
            }

            if (_deleted.Contains(activity.Key))
            {
                Violations.Add($"the deleted activity of {activity.Key} came back at {world.Now:u}");
            }
        }
    }

    /// <summary>Judges the files at the end of the year.</summary>
    public void JudgeEnd()
    {
        JudgeStep();
        foreach (var file in world.Files.DistinctBy(file => file.Key))
        {
            JudgeFile(file.Key, file.PhotoPath is not null);
        }

        if (world.Disk.Read().Contradictions > 0)
        {
            Violations.Add("contradictions in the ledger");
        }
    }

    private void JudgeFile(ContentKey key, bool hasPhoto)
    {
        var item = world.Ledger.Items.GetValueOrDefault(key);
        var live = world.Strava.LiveOf(key).ToList();
        if (!IsExpected(item, live.Count > 0))
        {
            Violations.Add($"{key} with {live.Count} activities ended as {item?.State} ({item?.By}: {item?.Why})");
        }

        if (live.Exists(activity => activity.Photos > 1))
        {
            Violations.Add($"{key} has the photo twice");
        }

        if (hasPhoto && item is { State: SyncState.Ready } && live is [{ Prefix: not null, Photos: 0 }])
        {
            Violations.Add($"{key} has no photo: {item.Photo}");
        }
    }

    private bool IsExpected(SyncItem? item, bool isLive) => item switch
    {
        { State: SyncState.Ready } => isLive || world.Strava.Activities.Exists(activity => activity.Key == item.Key),
        { State: SyncState.Duplicate } => isLive,
        { State: SyncState.Deleted } => !isLive,
        { State: SyncState.Refused } => rejected.Contains(item.Key),
        { State: SyncState.Unknown } => item.Start is null,
        _ => false,
    };

    private static bool WaitsForPhoto(string? photo, SyncItem item) =>
        photo is not null && item is { State: SyncState.Ready, Photo: PhotoState.None or PhotoState.Sending };
}
