using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>A kilometer or a mile of a run (strava-activities.md, "Example activity", splits_metric and splits_standard).</summary>
public sealed record StravaSplit
{
    /// <summary>1 for the first.</summary>
    public int? Split { get; init; }

    /// <summary>Meters.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>Meters, from start to end.</summary>
    public double? ElevationDifference { get; init; }

    /// <summary>Meters per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>Based on the athlete's race times.</summary>
    public int? PaceZone { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
