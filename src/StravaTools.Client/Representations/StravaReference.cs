using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Representations;

/// <summary>A reference to another object: its meta representation (strava-v3-api.md, "Object representations").</summary>
public sealed record StravaReference
{
    /// <summary>The 64-bit ID.</summary>
    public long Id { get; init; }

    /// <summary>1: meta.</summary>
    public int? ResourceState { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
