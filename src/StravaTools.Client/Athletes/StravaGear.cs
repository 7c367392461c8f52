using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Athletes;

/// <summary>A bike or a pair of shoes, in summary (strava-activities.md, "Example activity", gear).</summary>
public sealed record StravaGear
{
    /// <summary>As b12345 for a bike and g12345 for shoes.</summary>
    public string? Id { get; init; }

    /// <summary>2: a summary.</summary>
    public int? ResourceState { get; init; }

    /// <summary>Used where nothing else is said.</summary>
    public bool? Primary { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Metres, all in all.</summary>
    public double? Distance { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
