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

    /// <summary>The athlete; 64 bits.</summary>
    public long? AthleteId { get; init; }

    /// <summary>M or F.</summary>
    public string? AthleteGender { get; init; }

    /// <summary>The picture of the athlete; an address, or a path of Strava's own.</summary>
    public string? AthleteProfile { get; init; }

    /// <summary>Beats per minute; null unless recorded.</summary>
    public double? AverageHr { get; init; }

    /// <summary>Watts; null unless recorded.</summary>
    public double? AverageWatts { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>The instant the effort began.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>The activity it is of; 64 bits.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The effort; 64 bits.</summary>
    public long? EffortId { get; init; }

    /// <summary>The segment, which was asked for and which Strava does not tell here.</summary>
    [JsonIgnore]
    public long SegmentId { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
