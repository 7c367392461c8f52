using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>A kilometre or a mile of a run (strava-activities.md, "Example activity", splits_metric and splits_standard).</summary>
public sealed record StravaSplit
{
    /// <summary>1 for the first.</summary>
    public int? Split { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>Seconds.</summary>
    public long? MovingTime { get; init; }

    /// <summary>Metres, from the beginning to the end.</summary>
    public double? ElevationDifference { get; init; }

    /// <summary>Metres per second.</summary>
    public double? AverageSpeed { get; init; }

    /// <summary>By the race times that the athlete gave.</summary>
    public int? PaceZone { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
