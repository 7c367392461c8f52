using StravaTools.FakeStrava.Options;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

[TimeLimit(120)]
public class WorkerProcessTests(SharedCluster cluster)
{
    /// <summary>A canceled upload would require a search.</summary>
    [Fact]
    public async Task SIGTERM_completes_the_upload_that_was_sent()
    {
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), new FleetPlan { Pace = FleetPace.Real });
        fleet.Fake.AddFault(new FakeFault { Operation = "createUpload", Delay = TimeSpan.FromSeconds(1) });
        await fleet.SubmitAsync();
        await using var processes = await WorkerProcesses.StartAsync(fleet, 1);
        await fleet.WaitForFactAsync("sending");

        Assert.Equal([0], await processes.EndAsync());

        Assert.NotEqual(0L, await fleet.ReadAsync<long>("select count(*) from stravatools.fact where kind = 'sent'"));
        Assert.Equal(0L, await fleet.ReadAsync<long>("select count(*) from stravatools.athlete where worker is not null"));
    }

    /// <summary>In a first design without fences, stopped workers continued in parallel to their successors.</summary>
    [Fact]
    public async Task Worker_that_was_stopped_for_longer_than_its_lease_gives_up_its_athlete()
    {
        var plan = new FleetPlan { Pace = FleetPace.Fast, FilesPerAthlete = 3, Lease = TimeSpan.FromSeconds(200) };
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), plan);
        fleet.Fake.AddFault(new FakeFault { Operation = "createUpload", Delay = TimeSpan.FromSeconds(40), Times = 2 });
        await fleet.SubmitAsync();
        await using var processes = await WorkerProcesses.StartAsync(fleet, 1);
        await fleet.WaitForFactAsync("sending");
        var stopped = processes.StopAsync(0, TimeSpan.FromSeconds(2));
        await fleet.RunAsync();
        await stopped;
        await processes.EndAsync();
        fleet.AssertEachOnce();
        var history = await FleetHistory.ReadAsync(fleet);
        Assert.Equal((0, 0, 0), (history.Lost, history.Twice, history.Interleaved));
    }
}
