using System.Diagnostics;
using System.Globalization;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>
/// Measures workers. FLEET_SPEED=1 measures with the numbers of tests/Benchmarks/README.md. Otherwise, little is measured, and slowly.
/// </summary>
[Collection(Alone.Name)]
[TimeLimit(600)]
public class FleetSpeedTests(ITestOutputHelper output, SharedCluster cluster)
{
    private static readonly bool IsMeasured = Environment.GetEnvironmentVariable("FLEET_SPEED") == "1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_athletes_are_claimed_from()
    {
        const int Clients = 8;
        var (athletes, claims) = IsMeasured ? (100_000, 8000) : (1000, 80);
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), new FleetPlan { Pace = FleetPace.Real });
        await fleet.ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            insert into stravatools.athlete (athlete, ready_at)
                select i, stravatools.sync_now() - interval '1 s' * (i % 1000) from generate_series(1000000, {999_999 + athletes}) i
            """));
        await fleet.ExecuteAsync("analyze stravatools.athlete");
        await using var store = await PostgreSqlSyncStore.OpenAsync(fleet.Database("speed"), null, Cancellation);
        var claimed = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => ClaimAsync(store, 100 / Clients)));
        var started = Stopwatch.GetTimestamp();
        claimed = [.. claimed, .. await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => ClaimAsync(store, claims / Clients)))];
        var time = Stopwatch.GetElapsedTime(started);

        var speed = claims / time.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{claims} claims of {athletes} athletes by {Clients} clients: {speed:F0} per second"));
        var all = claimed.SelectMany(found => found).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public async Task Parked_workers_cost_almost_nothing()
    {
        const int Workers = 3;
        var time = TimeSpan.FromSeconds(IsMeasured ? 20 : 1);
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), new FleetPlan { Pace = FleetPace.Real });
        await using var processes = await WorkerProcesses.StartAsync(fleet, Workers);

        // The runtime compiles in the background for a while after the start.
        await Task.Delay(time / 2, TimeProvider.System, Cancellation);
        var before = processes.ProcessorTimes;
        await Task.Delay(time, TimeProvider.System, Cancellation);
        var costs = processes.ProcessorTimes.Zip(before, (end, start) => (end - start).TotalMilliseconds).ToList();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{time.TotalSeconds} s parked: {string.Join(", ", costs)} ms of processor time"));
        Assert.All(costs, cost => Assert.InRange(cost, 0, IsMeasured ? 20 : 1000));
    }

    /// <summary>The waits for Strava limit the speed, and not the processors: a worker has four athletes at a time.</summary>
    [Fact]
    public async Task More_workers_upload_more()
    {
        var (athletes, counts) = IsMeasured ? (48, new[] { 1, 2, 3, 4 }) : (1, [1]);
        foreach (var count in counts)
        {
            var plan = new FleetPlan { Pace = FleetPace.Real, Athletes = athletes, FilesPerAthlete = 2 };
            await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), plan);
            await fleet.LimitAsync(plan.RateLimits);
            await using var processes = await WorkerProcesses.StartAsync(fleet, count);
            var started = Stopwatch.GetTimestamp();
            await fleet.SubmitAsync();
            await fleet.SettleAsync();
            var time = Stopwatch.GetElapsedTime(started);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{count} workers: {plan.Files / time.TotalSeconds:F1} files per second"));
            Assert.DoesNotContain(fleet.Fake.Requests, request => request.StatusCode == 429);
        }
    }

    private static async Task<List<long>> ClaimAsync(PostgreSqlSyncStore store, int count)
    {
        var athletes = new List<long>();
        for (var i = 0; i < count; i++)
        {
            athletes.Add((await store.ClaimAsync(Cancellation))!.Athlete);
        }

        return athletes;
    }
}
