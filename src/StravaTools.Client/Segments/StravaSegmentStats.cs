using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Segments;

/// <summary>The athlete's statistics on a segment (attributes from Strava's published Swagger).</summary>
public sealed record StravaSegmentStats
{
    /// <summary>The athlete's best time in seconds; null without an effort.</summary>
    public long? PrElapsedTime { get; init; }

    /// <summary>The local date of that effort.</summary>
    public DateOnly? PrDate { get; init; }

    /// <summary>The number of efforts.</summary>
    public int? EffortCount { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
