using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>What the athlete did on a segment (attributes by Strava's published swagger).</summary>
public sealed record StravaSegmentStats
{
    /// <summary>Seconds of the athlete's best effort; null without one.</summary>
    public long? PrElapsedTime { get; init; }

    /// <summary>The athlete's day of that effort.</summary>
    public DateOnly? PrDate { get; init; }

    /// <summary>How often.</summary>
    public int? EffortCount { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
