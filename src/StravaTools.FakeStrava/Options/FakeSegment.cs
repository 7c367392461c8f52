namespace StravaTools.FakeStrava.Options;

/// <summary>A segment.</summary>
public sealed record FakeSegment
{
    /// <summary>The id.</summary>
    public long Id { get; init; } = 2_417_854;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Dash for the Ferry";

    /// <summary>Ride or Run: which activities get efforts.</summary>
    public string ActivityType { get; init; } = "Run";

    /// <summary>The route, as an encoded polyline (strava-v3-api.md, "Polylines").</summary>
    public string Polyline { get; init; } = "";

    /// <summary>Percent.</summary>
    public double AverageGrade { get; init; }

    /// <summary>Percent.</summary>
    public double MaximumGrade { get; init; }

    /// <summary>Meters.</summary>
    public double ElevationHigh { get; init; }

    /// <summary>Meters.</summary>
    public double ElevationLow { get; init; }

    /// <summary>0 for none, 1 (category 4) to 5 (beyond category).</summary>
    public int ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state or canton.</summary>
    public string State { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>
    /// Only its creator can see a private segment, who is not an athlete of the fake: efforts on it are hidden.
    /// </summary>
    public bool IsPrivate { get; init; }

    /// <summary>
    /// If false, efforts on it are only returned with include_all_efforts (strava-activities.md, "Retrieve an activity").
    /// </summary>
    public bool IsImportant { get; init; } = true;

    /// <summary>The ids of the athletes who starred it.</summary>
    public IReadOnlyList<long> StarredBy { get; init; } = [];
}
