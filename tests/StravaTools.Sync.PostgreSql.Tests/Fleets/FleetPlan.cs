using StravaTools.FakeStrava.Options;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>What a fleet has to do. Times are of the fast clock, which is 200 times as fast as the real one.</summary>
internal sealed record FleetPlan
{
    public int Athletes { get; init; } = 1;

    public int FilesPerAthlete { get; init; } = 1;

    public FakeRateLimits RateLimits { get; init; } = new(100_000, 1_000_000, 100_000, 1_000_000);

    /// <summary>After this time without a sign of life, another worker takes over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(300);

    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>When the access tokens expire; null for never.</summary>
    public TimeSpan? TokenLife { get; init; }

    public int Files => Athletes * FilesPerAthlete;
}
