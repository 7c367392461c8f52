using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>The photos of an activity, in summary (strava-activities.md, "Example activity", photos).</summary>
public sealed record StravaPhotos
{
    /// <summary>The number of photos.</summary>
    public int? Count { get; init; }

    /// <summary>The photo that is shown first.</summary>
    public StravaPhoto? Primary { get; init; }

    /// <summary>True if the athlete chose it.</summary>
    public bool? UsePrimaryPhoto { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
