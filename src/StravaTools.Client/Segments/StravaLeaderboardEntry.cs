using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>An athlete on the leaderboard of a segment, with the best effort.</summary>
public sealed record StravaLeaderboardEntry
{
    /// <summary>1 for the fastest; equal times have equal ranks.</summary>
    public int? Rank { get; init; }

    /// <summary>The name.</summary>
    public string? AthleteName { get; init; }

    /// <summary>The athlete's 64-bit ID.</summary>
    public long? AthleteId { get; init; }

    /// <summary>M or F.</summary>
    public string? AthleteGender { get; init; }

    /// <summary>The picture of the athlete; a URL, or a path relative to Strava's website.</summary>
    public string? AthleteProfile { get; init; }

    /// <summary>Beats per minute; null unless recorded.</summary>
    public double? AverageHr { get; init; }

    /// <summary>Watts; null unless recorded.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The start time of the effort.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The start time in the athlete's local time.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>The 64-bit ID of the activity that contains the effort.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The effort's 64-bit ID.</summary>
    public long? EffortId { get; init; }

    /// <summary>The requested segment. It is not in Strava's response.</summary>
    [JsonIgnore]
    public long SegmentId { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
