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

    /// <summary>Per cent.</summary>
    public double AverageGrade { get; init; }

    /// <summary>Per cent.</summary>
    public double MaximumGrade { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationHigh { get; init; }

    /// <summary>Metres.</summary>
    public double ElevationLow { get; init; }

    /// <summary>0 for none, 1 (category 4) to 5 (beyond category).</summary>
    public int ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state or canton.</summary>
    public string State { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Private segments are told to their maker only, who is no athlete of the fake: efforts on them are hidden.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>False: efforts on it are told with include_all_efforts only (strava-activities.md, "Retrieve an activity").</summary>
    public bool IsImportant { get; init; } = true;
}
