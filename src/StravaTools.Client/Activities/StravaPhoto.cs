using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>A photo (strava-activities.md, "Example activity", photos).</summary>
public sealed record StravaPhoto
{
    /// <summary>The 64-bit ID; null for a photo stored by Strava.</summary>
    public long? Id { get; init; }

    /// <summary>1 Strava, 2 Instagram.</summary>
    public int? Source { get; init; }

    /// <summary>Its alternative ID.</summary>
    public string? UniqueId { get; init; }

    /// <summary>The addresses, by size in pixels.</summary>
    public IReadOnlyDictionary<string, Uri>? Urls { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
