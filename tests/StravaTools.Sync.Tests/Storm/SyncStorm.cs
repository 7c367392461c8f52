using System.Diagnostics;
using System.Globalization;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Results;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Storm;

/// <summary>A folder, a fake, and processes that synchronize the folder and are killed.</summary>
internal sealed class SyncStorm : IAsyncDisposable
{
    private const string SeedVariable = "SYNC_SEED";
    private const int MaxRuns = 10;

    /// <summary>Like a scheduled job: a later run has a new window of the rate limits.</summary>
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly TemporaryFolder _temporary = new();
    private readonly HashSet<Process> _children = [];
    private readonly ITestOutputHelper _output;

    private SyncStorm(FakeStravaServer fake, FastTimeProvider clock, ITestOutputHelper output)
    {
        (Fake, Clock, _output) = (fake, clock, output);
        var given = Environment.GetEnvironmentVariable(SeedVariable);
        var seed = given is null ? Random.Shared.Next() : int.Parse(given, CultureInfo.InvariantCulture);
        Random = new Random(seed);
        output.WriteLine($"{SeedVariable}={seed}");
        Directory.CreateDirectory(Folder);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FakeStravaServer Fake { get; }

    public FastTimeProvider Clock { get; }

    public Random Random { get; }

    public string Folder => _temporary.Combine("rides");

    public string State => _temporary.Combine("state");

    /// <summary>The rides that were written.</summary>
    public int Rides { get; private set; }

    /// <summary>The processes that were killed while they ran.</summary>
    public int Kills { get; private set; }

    public static async Task<SyncStorm> StartAsync(ITestOutputHelper output, FakeRateLimits limits)
    {
        var clock = new FastTimeProvider(TimeProvider.System.GetUtcNow());
        var options = new FakeStravaOptions
        {
            TimeProvider = clock,
            RateLimits = limits,
            Processing = ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(5)),
        };
        return new SyncStorm(await FakeStravaServer.StartAsync(options, Cancellation), clock, output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            child.Kill();
            child.Dispose();
        }

        await Fake.DisposeAsync();
        _temporary.Dispose();
    }

    public void WriteRides(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Rides++;
            File.WriteAllText(Path.Combine(Folder, $"{Rides:D4}.gpx"), SyncSetup.Ride(Rides));
        }
    }

    /// <summary>Writes a track without times, which Strava does not accept.</summary>
    public void WriteRoute(string name) =>
        File.WriteAllText(Path.Combine(Folder, name), SyncSetup.Ride(2).Replace("time>", "when>", StringComparison.Ordinal));

    /// <summary>Breaks the connections of three uploads after they took effect.</summary>
    public void LoseResponses(FakeConnectionFault end) =>
        Fake.AddFault(new FakeFault { Operation = "createUpload", Connection = end, TakesEffect = true, Times = 3 });

    /// <summary>What happened so far.</summary>
    public string Describe() => $"{Kills} kills, {Rides} rides, {Fake.Uploads.Count} uploads, {Fake.Requests.Count} requests.";

    /// <summary>Starts a process, and returns when its run begins.</summary>
    public async Task<Process> StartChildAsync(int? maxFileSize = null)
    {
        var child = SyncChild.Start(this, maxFileSize);
        _children.Add(child);
        await child.StandardOutput.ReadLineAsync(Cancellation);
        return child;
    }

    /// <summary>
    /// Kills a process after a random number of requests and a random time. On a busy machine, a time alone would be over before the first
    /// request.
    /// </summary>
    public async Task KillAsync(Process child, int maxRequests, int maxMilliseconds)
    {
        for (var last = Fake.Requests.Count + Random.Next(maxRequests); Fake.Requests.Count < last && !child.HasExited;)
        {
            await Task.Delay(Look, TimeProvider.System, Cancellation);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(Random.Next(maxMilliseconds)), TimeProvider.System, Cancellation);
        Kills += child.HasExited ? 0 : 1;
        child.Kill();
        await EndAsync(child);
    }

    /// <summary>Waits until a process ends.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<SyncExitCode> EndAsync(Process child)
    {
        var text = await child.StandardOutput.ReadToEndAsync(Cancellation);
        await child.WaitForExitAsync(Cancellation);
        var code = (SyncExitCode)child.ExitCode;
        if (code is not (SyncExitCode.Settled or SyncExitCode.NeedsYou) && text.Length > 0)
        {
            _output.WriteLine($"{code}: {text.Trim()}");
        }

        _children.Remove(child);
        child.Dispose();
        return code;
    }

    /// <summary>Runs until no later run would continue automatically.</summary>
    public async Task<SyncExitCode> SettleAsync()
    {
        for (var run = 0; run < MaxRuns; run++)
        {
            var code = await EndAsync(await StartChildAsync());
            if (code != SyncExitCode.Continues)
            {
                return code;
            }

            await Task.Delay(BetweenRuns, Clock, Cancellation);
        }

        return SyncExitCode.Continues;
    }

    /// <summary>What the ledger says about the files.</summary>
    public IReadOnlyList<SyncResult> ReadLedger()
    {
        var ledgers = new SyncLedgers(Fake.BaseUri, State, Clock);
        var athlete = Assert.Single(ledgers.Athletes);
        var report = ledgers.TestLedger(athlete);
        Assert.True(report.IsValid, report.Problem);
        Assert.Equal(0, report.Contradictions);
        return ledgers.ReadItems(athlete);
    }

    /// <summary>Asserts that each ride has one activity, and that no content was accepted twice.</summary>
    public void AssertEachOnce()
    {
        var names = Fake.Activities.Select(activity => activity.ExternalId?.Split('~')[0] ?? "").Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, Rides).Select(number => $"{number:D4}"), names);
        var contents = Fake.Uploads.GroupBy(upload => upload.Sha256);
        Assert.Empty(contents.Where(uploads => uploads.Count() > 1).Select(uploads => uploads.First().FileName));
    }
}
