using System.Globalization;
using StravaTools.FakeStrava.Options;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>
/// Worker processes are killed and stopped, responses are lost, and the database crashes. FLEET_WORKERS runs the long version with this
/// number of workers: 500 files of 20 athletes. FLEET_SEED repeats the order of events.
/// </summary>
[Collection(Alone.Name)]
public class FleetChaosTests(ITestOutputHelper output)
{
    private const string WorkersVariable = "FLEET_WORKERS", SeedVariable = "FLEET_SEED";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [TimeLimit(600)]
    public async Task Each_file_is_sent_once_through_kills_stops_and_crashes_of_the_database()
    {
        var workers = int.Parse(Environment.GetEnvironmentVariable(WorkersVariable) ?? "0", CultureInfo.InvariantCulture);
        var plan = workers == 0 ? ShortPlan() : LongPlan();
        var seed = int.Parse(
            Environment.GetEnvironmentVariable(SeedVariable) ?? Random.Shared.Next().ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
        output.WriteLine($"{SeedVariable}={seed}");
        var random = new Random(seed);
        await using var cluster = await PostgreSqlCluster.StartAsync(isDurable: true);
        await using var fleet = await Fleet.StartAsync(await cluster.CreateDatabaseAsync("chaos"), plan);
        await fleet.LimitAsync(plan.RateLimits);
        await fleet.SubmitAsync();
        fleet.Fake.AddFault(new FakeFault
        {
            Operation = "createUpload",
            Connection = FakeConnectionFault.Reset,
            TakesEffect = true,
            Probability = 0.03,
            Times = null,
        });
        await using var processes = await WorkerProcesses.StartAsync(fleet, workers == 0 ? 2 : workers);
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var chaos = workers == 0 ? DisturbOnceAsync(cluster, processes) : DisturbAsync(cluster, processes, random, settled.Token);
        await chaos;
        await fleet.SettleAsync();
        Assert.All(await processes.EndAsync(), code => Assert.Equal(0, code));
        await ReportAsync(fleet, processes);
    }

    private static FleetPlan ShortPlan() => new() { Pace = FleetPace.Fast, Athletes = 3, FilesPerAthlete = 5 };

    private static FleetPlan LongPlan() => new()
    {
        Pace = FleetPace.Fast,
        Athletes = 20,
        FilesPerAthlete = 25,
        RateLimits = new FakeRateLimits(200, 100_000, 200, 100_000),
        Lease = TimeSpan.FromSeconds(1200),
        PermitLife = TimeSpan.FromSeconds(60),
    };

    private static async Task DisturbOnceAsync(PostgreSqlCluster cluster, WorkerProcesses processes)
    {
        await processes.KillAsync(0);
        await cluster.CrashAsync();
        await cluster.StartServerAsync();
        await processes.StopAsync(0, TimeSpan.FromSeconds(2));
    }

    private async Task DisturbAsync(PostgreSqlCluster cluster, WorkerProcesses processes, Random random, CancellationToken settled)
    {
        const int Events = 16, FirstCrash = 5, SecondCrash = 11;
        for (var i = 0; i < Events; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(500, 1500)), TimeProvider.System, settled);
            if (i is FirstCrash or SecondCrash)
            {
                await cluster.CrashAsync();
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, settled);
                await cluster.StartServerAsync();
                output.WriteLine("The database crashed.");
            }
            else if (random.Next(3) == 0)
            {
                await processes.StopAsync(random.Next(processes.Count), TimeSpan.FromSeconds(9));
            }
            else
            {
                await processes.KillAsync(random.Next(processes.Count));
            }
        }
    }

    private async Task ReportAsync(Fleet fleet, WorkerProcesses processes)
    {
        var history = await FleetHistory.ReadAsync(fleet);
        var requests = fleet.Fake.Requests;
        output.WriteLine(FleetHistory.Query);
        output.WriteLine(history.ToString());
        var needed = fleet.Plan.Files + fleet.Plan.Athletes;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{processes.Kills} kills, {processes.Stops} stops, {requests.Count} requests, {(double)requests.Count / needed:F3} of {needed}"));
        foreach (var path in requests.CountBy(request => $"{request.Method} {request.Path.Split('/')[^1]} {request.StatusCode}"))
        {
            output.WriteLine(path.ToString());
        }

        foreach (var twice in fleet.Fake.Uploads.GroupBy(upload => (upload.AthleteId, upload.Sha256)).Where(group => group.Count() > 1))
        {
            output.WriteLine(await fleet.DescribeAsync(twice.Key.Sha256) + string.Join('\n', twice));
        }

        Assert.Equal((fleet.Plan.Files, 0, 0, 0), (history.Files, history.Lost, history.Twice, history.Interleaved));
        fleet.AssertEachOnce();
        Assert.DoesNotContain(requests, request => request.StatusCode == 429);
        // A few files are sent with so few requests that one more list would be too much.
        if (fleet.Plan.Files >= 500)
        {
            Assert.InRange(requests.Count, needed, needed * 1.03);
        }
    }
}
