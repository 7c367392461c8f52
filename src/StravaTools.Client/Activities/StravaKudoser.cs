using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>An athlete who gave kudos to an activity (attributes from Strava's published Swagger).</summary>
public sealed record StravaKudoser
{
    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The picture.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The athlete's page in Strava's app.</summary>
    public string? DestinationUrl { get; init; }

    /// <summary>True if the name may be shown.</summary>
    public bool? ShowName { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
