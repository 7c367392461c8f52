using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>A zone, and the time spent in it.</summary>
public sealed record StravaZoneBucket
{
    /// <summary>Where it begins: beats per minute, or watts.</summary>
    public double? Min { get; init; }

    /// <summary>Where it ends; -1 if it has no end.</summary>
    public double? Max { get; init; }

    /// <summary>Seconds.</summary>
    public double? Time { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
