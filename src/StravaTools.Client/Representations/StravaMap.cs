using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Representations;

/// <summary>The route, as encoded polylines (strava-v3-api.md, "Polylines"); ConvertFrom-StravaPolyline decodes them.</summary>
public sealed record StravaMap
{
    /// <summary>The letter a followed by the ID of the activity.</summary>
    public string? Id { get; init; }

    /// <summary>The complete route; details only.</summary>
    public string? Polyline { get; init; }

    /// <summary>The simplified route.</summary>
    public string? SummaryPolyline { get; init; }

    /// <summary>2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
