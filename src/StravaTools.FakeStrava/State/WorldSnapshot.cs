using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.State;

/// <summary>The data and the settings at a time.</summary>
internal sealed record WorldSnapshot(
    string Name, DateTimeOffset CreatedAt, WorldData Data, ProcessingPolicy Processing, FakeRateLimits Limits);
