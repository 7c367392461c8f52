using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Segments;

/// <summary>
/// A segment, in summary (strava-activities.md, "Example activity", segment) or in detail (strava-v3-api.md, "Summary of Resources",
/// /v3/segments/:id; attributes from Strava's published Swagger).
/// </summary>
public sealed record StravaSegment
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Ride or Run.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Percent.</summary>
    public double? AverageGrade { get; init; }

    /// <summary>Percent.</summary>
    public double? MaximumGrade { get; init; }

    /// <summary>Meters.</summary>
    public double? ElevationHigh { get; init; }

    /// <summary>Meters.</summary>
    public double? ElevationLow { get; init; }

    /// <summary>The start position, in degrees.</summary>
    [JsonPropertyName("start_latlng")]
    public Position? StartLatLng { get; init; }

    /// <summary>The end position, in degrees.</summary>
    [JsonPropertyName("end_latlng")]
    public Position? EndLatLng { get; init; }

    /// <summary>0 (uncategorized) to 5.</summary>
    public int? ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>Visible only to its creator.</summary>
    public bool? Private { get; init; }

    /// <summary>When it was created; this and all following properties are in details only.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When any of this last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Meters.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>The route.</summary>
    public StravaMap? Map { get; init; }

    /// <summary>The number of efforts by all athletes.</summary>
    public int? EffortCount { get; init; }

    /// <summary>The number of athletes with an effort.</summary>
    public int? AthleteCount { get; init; }

    /// <summary>The number of athletes who starred it.</summary>
    public int? StarCount { get; init; }

    /// <summary>True if the segment is dangerous; it then has no leaderboard.</summary>
    public bool? Hazardous { get; init; }

    /// <summary>True if the athlete starred it.</summary>
    public bool? Starred { get; init; }

    /// <summary>The athlete's statistics on it.</summary>
    public StravaSegmentStats? AthleteSegmentStats { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
