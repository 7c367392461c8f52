using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Segments;

/// <summary>
/// A segment, in summary (strava-activities.md, "Example activity", segment) or in detail (strava-v3-api.md, "Summary of Resources",
/// /v3/segments/:id; attributes by Strava's published swagger).
/// </summary>
public sealed record StravaSegment
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Ride or Run.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Percent.</summary>
    public double? AverageGrade { get; init; }

    /// <summary>Percent.</summary>
    public double? MaximumGrade { get; init; }

    /// <summary>Metres.</summary>
    public double? ElevationHigh { get; init; }

    /// <summary>Metres.</summary>
    public double? ElevationLow { get; init; }

    /// <summary>Where it begins, degrees.</summary>
    [JsonPropertyName("start_latlng")]
    public Position? StartLatLng { get; init; }

    /// <summary>Where it ends, degrees.</summary>
    [JsonPropertyName("end_latlng")]
    public Position? EndLatLng { get; init; }

    /// <summary>0 for none, up to 5.</summary>
    public int? ClimbCategory { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>For its maker only.</summary>
    public bool? Private { get; init; }

    /// <summary>When it was made; details only, as all that follows.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When any of this changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Metres.</summary>
    public double? TotalElevationGain { get; init; }

    /// <summary>The route.</summary>
    public StravaMap? Map { get; init; }

    /// <summary>Efforts on it, of all athletes.</summary>
    public int? EffortCount { get; init; }

    /// <summary>Athletes with an effort on it.</summary>
    public int? AthleteCount { get; init; }

    /// <summary>Athletes who starred it.</summary>
    public int? StarCount { get; init; }

    /// <summary>Dangerous: it has no leaderboard.</summary>
    public bool? Hazardous { get; init; }

    /// <summary>The athlete has starred it.</summary>
    public bool? Starred { get; init; }

    /// <summary>What the athlete did on it.</summary>
    public StravaSegmentStats? AthleteSegmentStats { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
