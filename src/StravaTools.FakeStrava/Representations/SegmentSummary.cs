using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>Summary of a segment (strava-activities.md, "Example activity").</summary>
public record SegmentSummary
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>2: summary.</summary>
    public int ResourceState { get; init; } = 2;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ride or Run.</summary>
    public string ActivityType { get; init; } = "";

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    /// <summary>Percent.</summary>
    public double AverageGrade { get; init; }

    /// <summary>Percent.</summary>
    public double MaximumGrade { get; init; }

    /// <summary>Meters.</summary>
    public double ElevationHigh { get; init; }

    /// <summary>Meters.</summary>
    public double ElevationLow { get; init; }

    /// <summary>Degrees [latitude, longitude].</summary>
    public IReadOnlyList<double> StartLatlng { get; init; } = [];

    /// <summary>Degrees [latitude, longitude].</summary>
    public IReadOnlyList<double> EndLatlng { get; init; } = [];

    /// <summary>The address of a picture; null in summaries.</summary>
    [OnlyIn(FakeProfile.Current)]
    public string? ElevationProfile { get; init; }

    /// <summary>The addresses of pictures; null in summaries.</summary>
    [OnlyIn(FakeProfile.Current)]
    public IReadOnlyDictionary<string, string>? ElevationProfiles { get; init; }

    /// <summary>0 to 5.</summary>
    public int ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state or canton.</summary>
    public string State { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>True if only its creator can see it.</summary>
    public bool Private { get; init; }

    /// <summary>False (swagger).</summary>
    public bool Hazardous { get; init; }

    /// <summary>False (swagger).</summary>
    public bool Starred { get; init; }
}
