using StravaTools.FakeStrava.Blobs;
using StravaTools.FakeStrava.Clock;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Stubs;
using StravaTools.FakeStrava.Webhooks;

namespace StravaTools.FakeStrava.State;

/// <summary>Everything that a test can control.</summary>
internal sealed class FakeParts : IDisposable
{
    /// <summary>How often uploads that become due without a request are looked for.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>In bytes, compressed: a fake that runs for days stays small.</summary>
    private const int MaxBlobMemory = 4 * 1024 * 1024;

    private readonly FakeStravaOptions _seed;
    private readonly ITimer _watch;

    public FakeParts(FakeStravaOptions options)
    {
        Clock = new FakeClock(options.TimeProvider);
        _seed = options with { TimeProvider = Clock };
        Webhooks = new WebhookHub(Clock) { SubscriptionsChanged = WatchUploads };
        World = new World(_seed, Blobs, new WorldEvents(Webhooks));
        _watch = Clock.Real.CreateTimer(_ => World.CompleteDueUploads(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Port = new PortSwitch(Clock.Real);
        Faults = new FaultSet(options.Seed, Port);
        Snapshots = new SnapshotStore(World);
    }

    public BlobStore Blobs { get; } = new(MaxBlobMemory);

    public World World { get; }

    public WebhookHub Webhooks { get; }

    public SnapshotStore Snapshots { get; }

    public FakeClock Clock { get; }

    public FaultSet Faults { get; }

    public PortSwitch Port { get; }

    public RequestJournal Journal { get; } = new();

    public StubStore Stubs { get; } = new();

    public void Dispose()
    {
        _watch.Dispose();
        Port.Dispose();
        Webhooks.Dispose();
        Blobs.Dispose();
    }

    /// <summary>Restores everything to the start, but not the stubs of WireMock.Net.</summary>
    public void ResetAll()
    {
        Clock.ResetTime();
        Faults.RemoveFaults(null);
        Journal.RemoveEntries(_ => true);
        Stubs.RemoveAll();
        Snapshots.RemoveSnapshots(null);
        Webhooks.ResetAll();
        ResetLimits();
        World.Processing = _seed.Processing;
        World.ResetState();
    }

    /// <summary>Restores the limits and sets all usage to 0.</summary>
    public void ResetLimits()
    {
        World.RateLimiter.Limits = _seed.RateLimits ?? FakeRateLimits.DefaultOf(_seed.Profile);
        World.RateLimiter.ResetUsage();
    }

    /// <summary>Clients with webhooks do not poll. Without them, a clock of a test must not see a timer that it did not start.</summary>
    private void WatchUploads()
    {
        var interval = Webhooks.HasSubscriptions ? Interval : Timeout.InfiniteTimeSpan;
        _watch.Change(interval, interval);
    }
}
