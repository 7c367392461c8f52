using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>A zone, and the time spent in it.</summary>
public sealed record StravaZoneBucket
{
    /// <summary>The lower bound, in beats per minute or watts.</summary>
    public double? Min { get; init; }

    /// <summary>The upper bound; -1 if unbounded.</summary>
    public double? Max { get; init; }

    /// <summary>Seconds.</summary>
    public double? Time { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
