using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>The route, as encoded polylines (strava-v3-api.md, "Polylines"); ConvertFrom-StravaPolyline decodes them.</summary>
public sealed record StravaMap
{
    /// <summary>a and the id of the activity.</summary>
    public string? Id { get; init; }

    /// <summary>All of it; details only.</summary>
    public string? Polyline { get; init; }

    /// <summary>The outline.</summary>
    public string? SummaryPolyline { get; init; }

    /// <summary>2 summary, 3 detail.</summary>
    public int? ResourceState { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}

/// <summary>The photos of an activity, in summary (strava-activities.md, "Example activity", photos).</summary>
public sealed record StravaPhotos
{
    /// <summary>How many there are.</summary>
    public int? Count { get; init; }

    /// <summary>The one that is shown first.</summary>
    public StravaPhoto? Primary { get; init; }

    /// <summary>True if the athlete chose it.</summary>
    public bool? UsePrimaryPhoto { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}

/// <summary>A photo (strava-activities.md, "Example activity", photos).</summary>
public sealed record StravaPhoto
{
    /// <summary>Its id; 64 bits, null for a photo of Strava's own.</summary>
    public long? Id { get; init; }

    /// <summary>1 Strava, 2 Instagram.</summary>
    public int? Source { get; init; }

    /// <summary>Its other id.</summary>
    public string? UniqueId { get; init; }

    /// <summary>Where it is, by its size in pixels.</summary>
    public IReadOnlyDictionary<string, Uri>? Urls { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
