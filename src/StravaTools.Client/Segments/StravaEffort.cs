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

    /// <summary>Revolutions per minute; null unless recorded, as all that follows (attributes by Strava's published swagger).</summary>
    public double? AverageCadence { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? AverageHeartrate { get; init; }

    /// <summary>Beats per minute.</summary>
    public double? MaxHeartrate { get; init; }

    /// <summary>Watts.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>True if the watts were measured, false if they are estimated.</summary>
    public bool? DeviceWatts { get; init; }

    /// <summary>True if it is not important, and told only because all were asked for ("Retrieve an activity").</summary>
    public bool? Hidden { get; init; }

    /// <summary>Empty if there are none.</summary>
    public IReadOnlyList<StravaAchievement>? Achievements { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
