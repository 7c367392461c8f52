using System.Text;
using StravaTools.Client;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Sync.Results;
using StravaTools.Sync.Running;

namespace StravaTools.Sync.Tests.Support;

/// <summary>A folder, a state folder, and a fake whose clock advances when nothing else happens.</summary>
internal sealed class SyncSetup : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly HttpClient _http;

    private SyncSetup(FakeStravaServer fake, ManualTimeProvider clock)
    {
        (Fake, Clock) = (fake, clock);
        _http = new HttpClient(Handler);
        Directory.CreateDirectory(Folder);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FakeStravaServer Fake { get; }

    public ManualTimeProvider Clock { get; }

    public CountingHandler Handler { get; } = new();

    public string Folder => _temporary.Combine("rides");

    public string State => _temporary.Combine("state");

    /// <summary>The token of another athlete; null for the first one's.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The server that the client uses; null for the fake. A handler must lead its requests to the fake.</summary>
    public Uri? Server { get; set; }

    /// <summary>Timers of the test itself. Without another one, the tested code does not wait.</summary>
    public int OwnTimers { get; set; }

    /// <summary>The timers that were created before the clock was held; -1 if it was not held.</summary>
    private int _heldAt = -1;

    public List<SyncResult> Results { get; } = [];

    public static async Task<SyncSetup> StartAsync(Func<FakeStravaOptions, FakeStravaOptions>? change = null)
    {
        // Later than the files that the test writes, so that none looks like it is being written.
        var clock = new ManualTimeProvider(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(2), TimeSpan.Zero));
        var options = new FakeStravaOptions
        {
            TimeProvider = clock,
            Processing = ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(2)),
        };
        return new SyncSetup(await FakeStravaServer.StartAsync(change?.Invoke(options) ?? options, Cancellation), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync();
        _http.Dispose();
        _temporary.Dispose();
    }

    /// <summary>Writes a ride on the specified day.</summary>
    public string WriteRide(int day, string? name = null, string sport = "running")
    {
        var path = Path.Combine(Folder, name ?? $"{day:D4}.gpx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Ride(day, sport));
        return path;
    }

    /// <summary>Writes a track without times, which Strava does not accept.</summary>
    public void WriteRoute(string name) =>
        File.WriteAllText(Path.Combine(Folder, name), Ride(2).Replace("time>", "when>", StringComparison.Ordinal));

    public static string Ride(int day, string sport = "running")
    {
        var start = new DateTime(2020, 1, 1, 6, 0, 0, DateTimeKind.Utc).AddHours(day * 5);
        var text = new StringBuilder("<gpx version='1.1' creator='tests' xmlns='http://www.topografix.com/GPX/1/1'><trk>");
        text.Append(null, $"<type>{sport}</type><trkseg>");
        for (var i = 0; i < 4; i++)
        {
            var time = start.AddSeconds(30 * i);
            text.Append(null, $"<trkpt lat='{47 + (i * 0.001):F3}' lon='8.5'><time>{time:yyyy-MM-ddTHH:mm:ssZ}</time></trkpt>");
        }

        return text.Append("</trkseg></trk></gpx>").ToString();
    }

    public SyncOptions Options => new() { Paths = [Folder], StateFolder = State, RequestReserve = 0 };

    /// <summary>Runs once. The clock advances while no request is on its way.</summary>
    public Task<SyncSummary> RunAsync(SyncOptions? options = null) =>
        RunAsync(CreateSync(options), default);

    /// <summary>Runs until it is asked to stop.</summary>
    public Task<SyncSummary> RunUntilAsync(CancellationToken stop) =>
        RunAsync(CreateSync(), stop);

    /// <summary>Verifies once. The clock advances while no request is on its way.</summary>
    public Task<SyncSummary> VerifyAsync(SyncOptions? options = null) =>
        AdvanceAsync(() => null, CreateSync(options).VerifyAsync(Add, default, Cancellation));

    /// <summary>Runs a job once.</summary>
    public Task<SyncSummary> RunAsync(SyncJob job) => AdvanceAsync(() => job.Runner, job.RunAsync(Add, default, Cancellation));

    /// <summary>Watches until it is asked to stop. The clock advances while no request is on its way.</summary>
    public Task<SyncSummary> WatchAsync(SyncWatch watch, Func<SyncJob?> current, CancellationToken stop) =>
        AdvanceAsync(() => current()?.Runner, watch.RunAsync(Add, stop, Cancellation));

    private Task<SyncSummary> RunAsync(FolderSync sync, CancellationToken stop) =>
        AdvanceAsync(() => sync.Runner, sync.RunAsync(Add, stop, Cancellation));

    public FolderSync CreateSync(SyncOptions? options = null) => new(CreateClient(), options ?? Options, Clock);

    public StravaClient CreateClient() => new(
        _http, new StaticAccessToken(AccessToken ?? Fake.AccessToken),
        new StravaClientOptions { BaseUri = Server ?? Fake.BaseUri, TimeProvider = Clock });

    /// <summary>
    /// Holds the clock until the tested code has noticed an event and waits again: on a busy machine, the time would run away meanwhile.
    /// </summary>
    public void HoldClock() => Volatile.Write(ref _heldAt, Clock.CreatedTimers);

    /// <summary>Advances the clock until a task ends.</summary>
    private async Task<T> AdvanceAsync<T>(Func<SyncRunner?> runner, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Cancellation.ThrowIfCancellationRequested();
            // The run itself waits while a request is on its way. Another timer is a pause in a request, such as that between retries.
            var otherTimers = runner() is { InFlight: > 0, IsWaiting: true } ? 1 : 0;
            if (Handler.InFlight == 0 && Clock.CreatedTimers > _heldAt && Clock.WaitingTimers > otherTimers + OwnTimers)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        return await task;
    }

    private void Add(SyncResult result)
    {
        lock (Results)
        {
            Results.Add(result);
        }
    }
}
