using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Decathlon;

/// <summary>An activity of Decathlon's sports tracking data. Attributes without a property are in <see cref="ExtensionData"/>.</summary>
public sealed record DecathlonActivity
{
    /// <summary>The ID, a string; the document also calls it TOKEN.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The sport, such as /v2/sports/381.</summary>
    public string? Sport { get; init; }

    /// <summary>The start time.</summary>
    [JsonPropertyName("startdate")]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>The addresses of the photos, exactly as the server returns them: adding a photo writes the complete list back.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>The address of its thumbnail.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
