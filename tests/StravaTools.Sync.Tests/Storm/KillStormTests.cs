using System.Globalization;
using StravaTools.FakeStrava.Options;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Storm;

/// <summary>
/// Processes are killed at every moment of a run. The environment variable SYNC_KILLS sets the number of kills, SYNC_SEED repeats the times
/// of a run.
/// </summary>
[Collection(Alone.Name)]
public class KillStormTests(ITestOutputHelper output)
{
    private const string DefaultKills = "30";

    [Fact]
    [TimeLimit(1800)]
    public async Task Killed_runs_send_each_file_exactly_once()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SYNC_KILLS") ?? DefaultKills, CultureInfo.InvariantCulture);
        await using var storm = await SyncStorm.StartAsync(output, new FakeRateLimits(100_000, 1_000_000, 100_000, 1_000_000));
        storm.WriteRoute("route.gpx");
        await StormAsync(storm, kills);
        Assert.Equal(SyncExitCode.NeedsYou, await storm.SettleAsync());
        output.WriteLine(storm.Describe());
        storm.AssertEachOnce();
        AssertReasons(storm, 1);

        File.Delete(Path.Combine(storm.Folder, "route.gpx"));
        Assert.Equal(SyncExitCode.Settled, await storm.SettleAsync());
    }

    /// <summary>The first sentence of the README.</summary>
    [Fact]
    [TimeLimit(180)]
    public async Task Every_file_of_300_reaches_Strava_once_through_kills_limits_a_dead_network_and_a_full_disk()
    {
        const int Routes = 5;
        await using var storm = await SyncStorm.StartAsync(output, new FakeRateLimits(150, 10_000, 100, 5_000));
        storm.WriteRides(300);
        for (var i = 0; i < Routes; i++)
        {
            storm.WriteRoute($"route {i}.gpx");
            File.AppendAllText(Path.Combine(storm.Folder, $"route {i}.gpx"), $"<!-- {i} -->");
        }

        await FillDiskAsync(storm);
        await using (var pair = await ProcessPair.StartAsync(storm))
        {
            await pair.KillAsync(4);
            storm.LoseResponses(FakeConnectionFault.Reset);
            storm.Fake.AddFault(new FakeFault { Connection = FakeConnectionFault.Reset, Times = null });
            await pair.KillAsync(2);
            storm.Fake.RemoveFaults();
            storm.LoseResponses(FakeConnectionFault.Close);
            await pair.KillAsync(4);
        }

        Assert.Equal(SyncExitCode.NeedsYou, await storm.SettleAsync());
        output.WriteLine(storm.Describe());
        Assert.NotEqual(0, storm.Kills);
        storm.AssertEachOnce();
        AssertReasons(storm, Routes);

        Array.ForEach(Directory.GetFiles(storm.Folder, "route*"), File.Delete);
        Assert.Equal(SyncExitCode.Settled, await storm.SettleAsync());
    }

    private static async Task StormAsync(SyncStorm storm, int kills)
    {
        const int MaxRequests = 6, LongestPause = 60, MaxRunsPerKill = 4;

        // The server needs time to respond, so that kills hit requests.
        storm.Fake.AddFault(new FakeFault { Operation = "createUpload", Delay = TimeSpan.FromMilliseconds(20), Times = null });
        for (var runs = 0; storm.Kills < kills; runs++)
        {
            Assert.True(runs < kills * MaxRunsPerKill, $"Of {runs} runs, only {storm.Kills} were killed: the others ended too early.");
            storm.WriteRides(3);
            await storm.KillAsync(await storm.StartChildAsync(), MaxRequests, LongestPause);
        }
    }

    /// <summary>The disk is full during the first run.</summary>
    private static async Task FillDiskAsync(SyncStorm storm)
    {
        const int Blocks = 160;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(SyncExitCode.LedgerUnusable, await storm.EndAsync(await storm.StartChildAsync(Blocks)));
        }
    }

    private static void AssertReasons(SyncStorm storm, int routes)
    {
        var items = storm.ReadLedger();
        Assert.Equal(storm.Rides, items.Count(item => item.State == SyncState.Ready));
        var bad = items.Where(item => item.State != SyncState.Ready).ToList();
        Assert.Equal(routes, bad.Count);
        Assert.All(bad, item => Assert.Equal((SyncState.Invalid, "GPX0102"), (item.State, item.ErrorId)));
    }
}
