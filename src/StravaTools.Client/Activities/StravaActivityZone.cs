using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>Time in the zones that the athlete set, of heart rate or power (strava-activities.md, "List activity zones").</summary>
public sealed record StravaActivityZone
{
    /// <summary>The activity that was asked for; Strava does not repeat it.</summary>
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

    /// <summary>Measured, not estimated.</summary>
    public bool? SensorBased { get; init; }

    /// <summary>The athlete set the zones.</summary>
    public bool? CustomZones { get; init; }

    /// <summary>The maximum heart rate, beats per minute.</summary>
    public double? Max { get; init; }

    /// <summary>The zones, from the lowest.</summary>
    public IReadOnlyList<StravaZoneBucket>? DistributionBuckets { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
