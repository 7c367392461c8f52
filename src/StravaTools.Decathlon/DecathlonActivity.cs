using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Decathlon;

/// <summary>An activity of Decathlon's sports tracking data. Attributes without a property are in <see cref="ExtensionData"/>.</summary>
public sealed record DecathlonActivity
{
    /// <summary>Its id, a text; the document also calls it TOKEN.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its sport, as /v2/sports/381.</summary>
    public string? Sport { get; init; }

    /// <summary>When it began.</summary>
    [JsonPropertyName("startdate")]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>The addresses of its photos, exactly as the server writes them: the whole list is written back when one is added.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>The address of its thumbnail.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>All other attributes, by their JSON names.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }
}
