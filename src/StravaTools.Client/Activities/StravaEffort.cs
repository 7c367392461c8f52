using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Activities;

/// <summary>An effort on a segment, or a best effort over a distance (strava-activities.md, "Example activity", segment_efforts and best_efforts).</summary>
public sealed record StravaEffort
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The segment's name; of a best effort the distance, as 400m or 1/2 mile.</summary>
    public string? Name { get; init; }

    /// <summary>The segment; null for a best effort.</summary>
    public StravaSegment? Segment { get; init; }

    /// <summary>The activity it is of.</summary>
    public StravaReference? Activity { get; init; }

    /// <summary>Whose it is; meta.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>The rank on the leaderboard at the time of the upload; null beyond the first ten.</summary>
    public int? KomRank { get; init; }

    /// <summary>The rank among the athlete's own at the time of the upload; null beyond the first three.</summary>
    public int? PrRank { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The instant it began.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Where it begins in the streams.</summary>
    public int? StartIndex { get; init; }

    /// <summary>Where it ends in the streams.</summary>
    public int? EndIndex { get; init; }

    /// <summary>True if it is not important, and told only because all were asked for ("Retrieve an activity").</summary>
    public bool? Hidden { get; init; }

    /// <summary>Empty if there are none.</summary>
    public IReadOnlyList<StravaAchievement>? Achievements { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}

/// <summary>
/// A rank at the time of the upload, which is never computed again and so tells nothing of the leaderboard of today (strava-activities.md, "Achievements").
/// </summary>
public sealed record StravaAchievement
{
    /// <summary>2 all-time leaderboard, 3 the athlete's own, 5 leaderboard of the year ("Achievement Types").</summary>
    public int? TypeId { get; init; }

    /// <summary>overall, pr or year_overall.</summary>
    public string? Type { get; init; }

    /// <summary>1 for the best.</summary>
    public int? Rank { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}

/// <summary>A segment, in summary (strava-activities.md, "Example activity", segment).</summary>
public sealed record StravaSegment
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>2: a summary.</summary>
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

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
