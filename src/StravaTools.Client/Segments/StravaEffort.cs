using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Athletes;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Segments;

/// <summary>
/// An effort on a segment, or a best effort over a distance (strava-activities.md, "Example activity", segment_efforts and best_efforts).
/// </summary>
public sealed record StravaEffort
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The segment's name; for a best effort the distance, such as 400m or 1/2 mile.</summary>
    public string? Name { get; init; }

    /// <summary>The segment; null for a best effort.</summary>
    public StravaSegment? Segment { get; init; }

    /// <summary>The activity that it belongs to.</summary>
    public StravaReference? Activity { get; init; }

    /// <summary>The athlete it belongs to; meta.</summary>
    public StravaAthlete? Athlete { get; init; }

    /// <summary>The rank on the leaderboard at the time of the upload; null beyond the first ten.</summary>
    public int? KomRank { get; init; }

    /// <summary>The rank among the athlete's own efforts at the time of the upload; null beyond the first three.</summary>
    public int? PrRank { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The start time.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The start time in the athlete's local time.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Index of the first value in the streams.</summary>
    public int? StartIndex { get; init; }

    /// <summary>Index of the last value in the streams.</summary>
    public int? EndIndex { get; init; }

    /// <summary>
    /// Revolutions per minute. This and the following values are null unless recorded (attributes from Strava's published Swagger).
    /// </summary>
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartrate { get; init; }

    /// <summary>Watts.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>True if the watts were measured, false if they are estimated.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>True if the effort is unimportant and included only because all efforts were requested ("Retrieve an activity").</summary>
    public bool? Hidden { get; init; }

    /// <summary>The achievements; empty for an effort without any.</summary>
    public IReadOnlyList<StravaAchievement>? Achievements { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
