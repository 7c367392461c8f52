namespace StravaTools.FakeStrava.Options;

/// <summary>A route that an athlete planned.</summary>
public sealed record FakeRoute
{
    /// <summary>The id.</summary>
    public long Id { get; init; } = 12_345;

    /// <summary>The athlete who planned it; null for the first athlete.</summary>
    public long? AthleteId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Fake Route";

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Ride or Run.</summary>
    public string ActivityType { get; init; } = "Ride";

    /// <summary>The route, as an encoded polyline (strava-v3-api.md, "Polylines").</summary>
    public string Polyline { get; init; } = "";

    /// <summary>Meters above sea level, for each point of <see cref="Polyline"/>; empty if they are unknown.</summary>
    public IReadOnlyList<double> Altitudes { get; init; } = [];

    /// <summary>True if only its athlete can see it, with the scope <c>read_all</c>.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True if its athlete starred it.</summary>
    public bool IsStarred { get; init; }
}
