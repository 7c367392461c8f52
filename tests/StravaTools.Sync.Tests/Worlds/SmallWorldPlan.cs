using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>What happens in one small world.</summary>
/// <param name="Files">The number of files.</param>
/// <param name="WithPhoto">Whether the first file has a picture.</param>
/// <param name="Crashes">The step of each run at which it crashes; 0 for none.</param>
/// <param name="IsPowerCut">Whether what is not on the platter is lost.</param>
/// <param name="Deletion">The step at which the user deletes all activities; 0 for none.</param>
/// <param name="Lag">How late lists show new activities.</param>
/// <param name="FaultyRequest">The number of the request that fails; 0 for none.</param>
/// <param name="Fault">How it fails.</param>
internal sealed record SmallWorldPlan(
    int Files, bool WithPhoto, int[] Crashes, bool IsPowerCut, int Deletion, TimeSpan Lag, int FaultyRequest = 0,
    VirtualFault? Fault = null)
{
    private const int CleanRuns = 3;

    /// <summary>Whether Strava's own check for duplicates knows activities that lists do not show yet.</summary>
    public bool KnowsDuplicates { get; init; }

    private static readonly DateTimeOffset FirstStart = new(2026, 5, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Contents whose activity the user deleted, although the ledger had it.</summary>
    private readonly HashSet<ContentKey> _deleted = [];

    public VirtualWorld CreateWorld(VirtualDisk disk, SyncRules rules, bool hidesLists)
    {
        var files = Enumerable.Range(0, Files).Select(CreateFile).ToList();
        var strava = new VirtualStrava(files.ToDictionary(file => file.Key, file => file.Start!.Value))
        {
            Lag = () => Lag,
            HidesLists = hidesLists,
            KnowsDuplicates = KnowsDuplicates,
        };
        return new VirtualWorld(files, strava) { Disk = disk, Rules = rules };
    }

    /// <summary>Runs the world to its end.</summary>
    /// <returns>What went wrong.</returns>
    public IEnumerable<string> Run(VirtualWorld world)
    {
        var requests = 0;
        world.Strava.NextFault = _ => ++requests == FaultyRequest ? Fault : null;
        var stepInRun = 0;
        var crash = 0;
        world.Step = step =>
        {
            if (step == Deletion)
            {
                DeleteAll(world);
            }

            if (++stepInRun == crash)
            {
                throw new CrashException();
            }
        };

        foreach (var next in Crashes.Concat(Enumerable.Repeat(0, CleanRuns)))
        {
            (stepInRun, crash) = (0, next);
            RunOnce(world);
        }

        return [.. world.Violations, .. Judge(world)];
    }

    public override string ToString() =>
        $"{Files} files, photo {WithPhoto}, crashes {string.Join(',', Crashes)}, power cut {IsPowerCut}, deletion {Deletion}, lag {Lag}, "
        + $"request {FaultyRequest} {Fault}";

    private void RunOnce(VirtualWorld world)
    {
        try
        {
            world.Run();
            world.Now += TimeSpan.FromMinutes(20);
        }
        catch (CrashException)
        {
            world.Crash(IsPowerCut);
        }
    }

    private void DeleteAll(VirtualWorld world)
    {
        var platter = world.Disk.Read();
        foreach (var activity in world.Strava.Live.ToList())
        {
            VirtualStrava.Delete(activity, platter.Items.GetValueOrDefault(activity.Key) is { UploadId: not null });
            if (!activity.WasUnknownWhenDeleted)
            {
                _deleted.Add(activity.Key);
            }
        }
    }

    private IEnumerable<string> Judge(VirtualWorld world)
    {
        var ledger = world.Disk.Read();
        foreach (var file in world.Files)
        {
            var all = world.Strava.Activities.Where(activity => activity.Key == file.Key).ToList();
            var live = all.Where(activity => !activity.IsDeleted).ToList();
            var item = ledger.Items.GetValueOrDefault(file.Key);
            if (live.Count > 1)
            {
                yield return "two activities";
            }

            if (live.Count > 0 && _deleted.Contains(file.Key))
            {
                yield return "a deleted activity came back";
            }

            if (all.Count == 0)
            {
                yield return "lost";
            }

            if (all.Exists(activity => activity.Photos > 1))
            {
                yield return "photo twice";
            }

            if (item?.State is not (SyncState.Ready or SyncState.Deleted))
            {
                yield return $"ended as {item?.State}";
            }

            if (WithPhoto && file.PhotoPath is not null && live is [{ Photos: 0 }])
            {
                yield return "photo missing";
            }
        }

        if (ledger.Contradictions > 0)
        {
            yield return "contradictions in the ledger";
        }
    }

    private ScannedFile CreateFile(int index) => new($"/rides/{index}.fit", SyncState.Planned)
    {
        Key = new ContentKey((UInt128)(index + 1) << 80 | 12345),
        Size = 1000 + index,
        Start = FirstStart.AddDays(index),
        Elapsed = 3600,
        PhotoPath = WithPhoto && index == 0 ? "/rides/0.jpg" : null,
    };
}
