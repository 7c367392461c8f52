using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Athletes;

/// <summary>A bike or a pair of shoes, in summary (strava-activities.md, "Example activity", gear).</summary>
public sealed record StravaGear
{
    /// <summary>The ID, such as b12345 for a bike or g12345 for shoes.</summary>
    public string? Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>True for the athlete's default gear.</summary>
    public bool? Primary { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Total distance in meters.</summary>
    public double? Distance { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
