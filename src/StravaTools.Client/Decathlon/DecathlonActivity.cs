using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Decathlon;

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

/// <summary>The answer to an upload (decathlon-photos.md, "Upload a photo").</summary>
internal sealed record StoredAnswer(string? Url);

/// <summary>What replaces the photos (decathlon-photos.md, "Add photo to an activity").</summary>
internal sealed record ImagesBody(IReadOnlyList<string> Images);

/// <summary>What replaces the thumbnail (decathlon-photos.md, "Change the thumbnail").</summary>
internal sealed record ThumbnailBody(string Thumbnail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DecathlonActivity))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(ImagesBody))]
[JsonSerializable(typeof(ThumbnailBody))]
internal sealed partial class DecathlonJson : JsonSerializerContext;
