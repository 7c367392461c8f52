using StravaTools.FakeStrava.Options;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>The work of a fleet. Times are on its clock.</summary>
internal sealed record FleetPlan
{
    public int Athletes { get; init; } = 1;

    public int FilesPerAthlete { get; init; } = 1;

    public FakeRateLimits RateLimits { get; init; } = new(100_000, 1_000_000, 100_000, 1_000_000);

    /// <summary>After this time without a sign of life, another worker takes over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(300);

    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>
    /// A request is not sent later than this after its permit. It must be shorter than the time after which a lost file is sent again, and,
    /// if a limit is used up, shorter than the margin of the windows.
    /// </summary>
    public TimeSpan PermitLife { get; init; } = TimeSpan.FromSeconds(600);

    public TimeSpan WindowMargin => TimeSpan.FromSeconds(Pace == FleetPace.Real ? 2 : 120);

    /// <summary>When the access tokens expire; null for never.</summary>
    public TimeSpan? TokenLife { get; init; }

    public FleetPace Pace { get; init; }

    public int Files => Athletes * FilesPerAthlete;
}
