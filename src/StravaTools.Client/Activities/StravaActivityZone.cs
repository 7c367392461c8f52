using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>The time in each heart rate or power zone of the athlete (strava-activities.md, "List activity zones").</summary>
public sealed record StravaActivityZone
{
    /// <summary>The requested activity. It is not in Strava's response.</summary>
    [JsonIgnore]
    public long ActivityId { get; init; }

    /// <summary>heartrate or power.</summary>
    public string? Type { get; init; }

    /// <summary>3: detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>The suffer score; heart rate only.</summary>
    public int? Score { get; init; }

    /// <summary>Points; heart rate only.</summary>
    public int? Points { get; init; }

    /// <summary>True if measured, false if estimated.</summary>
    public bool? SensorBased { get; init; }

    /// <summary>True if the athlete defined the zones.</summary>
    public bool? CustomZones { get; init; }

    /// <summary>The maximum heart rate, beats per minute.</summary>
    public double? Max { get; init; }

    /// <summary>The zones, lowest first.</summary>
    public IReadOnlyList<StravaZoneBucket>? DistributionBuckets { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
