using StravaTools.Sync.Core;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>
/// Every small world: each crash, power cut, deletion, delay, and fault. The protocol has no violation in any of them; the wrong protocols
/// that other programs use have violations.
/// </summary>
public class SmallWorldTests(ITestOutputHelper output)
{
    private static readonly SyncRules OneLook = new() { Looks = 1, LookPause = TimeSpan.Zero, LostGrace = TimeSpan.Zero };

    [Fact]
    public void Protocol_has_no_violation_in_any_world()
    {
        var worlds = new SmallWorlds(() => new VirtualDisk(), new SyncRules());
        Walk(worlds);
        output.WriteLine($"{worlds.Walked} worlds; {worlds.Residue} deletions of activities that no run could detect.");
        Assert.True(worlds.Violations.Count == 0, Describe(worlds));
    }

    /// <summary>Workers search a lost file once. SYNC_WORLDS=all walks as many worlds as for a folder.</summary>
    [Fact]
    public void Protocol_of_workers_has_no_violation()
    {
        var worlds = new SmallWorlds(() => new VirtualDisk(), new SyncRules { SavesLists = true, Looks = 1 });
        if (Environment.GetEnvironmentVariable("SYNC_WORLDS") == "all")
        {
            Walk(worlds);
        }
        else
        {
            worlds.WalkCrashes(files: 1, withPhoto: false, lastStep: 40);
            worlds.WalkFaults(files: 1, withPhoto: false, lastRequest: 8, lastStep: 40);
        }

        output.WriteLine(Describe(worlds));
        Assert.True(worlds.Violations.Count == 0, Describe(worlds));
    }

    [Fact]
    public void Recording_only_successes_is_detected() =>
        AssertDetected(new SmallWorlds(() => new VirtualDisk { DropsIntents = true }, new SyncRules()));

    [Fact]
    public void Intent_that_is_not_synced_without_search_is_detected() =>
        AssertDetected(new SmallWorlds(
            () => new VirtualDisk { DoesNotSyncIntents = true }, OneLook with { CanList = false }, hidesLists: true));

    [Fact]
    public void Searching_only_once_is_detected() => AssertDetected(new SmallWorlds(() => new VirtualDisk(), OneLook));

    [Fact]
    public void Intent_that_is_not_synced_is_detected() =>
        AssertDetected(new SmallWorlds(() => new VirtualDisk { DoesNotSyncIntents = true }, new SyncRules()));

    private void AssertDetected(SmallWorlds worlds)
    {
        worlds.WalkCrashes(files: 1, withPhoto: true, lastStep: 40);
        output.WriteLine(Describe(worlds));
        Assert.Contains(worlds.Violations.Keys, problem => !problem.Contains("without an intent", StringComparison.Ordinal));
    }

    private static void Walk(SmallWorlds worlds)
    {
        worlds.WalkCrashes(files: 1, withPhoto: true, lastStep: 40, secondStep: 20, deletionStride: 2);
        worlds.WalkCrashes(files: 2, withPhoto: false, lastStep: 40);
        worlds.WalkCrashes(files: 3, withPhoto: true, lastStep: 60, deletionStride: 3);
        worlds.WalkFaults(files: 1, withPhoto: true, lastRequest: 8, lastStep: 40);
        worlds.WalkFaults(files: 3, withPhoto: false, lastRequest: 8, lastStep: 40);
        worlds.WalkRefusalsWithEffect(files: 2, lastRequest: 8, lastStep: 40);
        worlds.WalkLateLists(files: 2, withPhoto: true, lastRequest: 8, lastStep: 40);
    }

    private static string Describe(SmallWorlds worlds) =>
        $"{worlds.Walked} worlds: " + string.Join("; ", worlds.Violations.Select(violation =>
            $"{violation.Key} ({violation.Value} times, first in {worlds.FirstOf[violation.Key]})"));
}
