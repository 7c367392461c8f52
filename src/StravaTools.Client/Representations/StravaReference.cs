using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Representations;

/// <summary>What another thing is known by: its meta representation (strava-v3-api.md, "Object representations").</summary>
public sealed record StravaReference
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>1: meta.</summary>
    public int? ResourceState { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
