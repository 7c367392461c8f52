using StravaTools.FakeStrava.Clock;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.State;

/// <summary>Everything that a test can control.</summary>
internal sealed class FakeParts
{
    private readonly FakeStravaOptions _seed;

    public FakeParts(FakeStravaOptions options)
    {
        Clock = new FakeClock(options.TimeProvider);
        _seed = options with { TimeProvider = Clock };
        World = new World(_seed);
        Faults = new FaultSet(options.Seed);
        Snapshots = new SnapshotStore(World);
    }

    public World World { get; }

    public SnapshotStore Snapshots { get; }

    public FakeClock Clock { get; }

    public FaultSet Faults { get; }

    public RequestJournal Journal { get; } = new();

    public StubStore Stubs { get; } = new();

    /// <summary>Restores everything to the start, but not the stubs of WireMock.Net.</summary>
    public void ResetAll()
    {
        Clock.ResetTime();
        Faults.RemoveFaults(null);
        Journal.RemoveEntries(_ => true);
        Stubs.RemoveAll();
        Snapshots.RemoveSnapshots(null);
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
}
