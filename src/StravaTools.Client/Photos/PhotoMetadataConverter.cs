using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Photos;

/// <summary>Reads photo addresses leniently: an activity is never lost because of them.</summary>
internal sealed class PhotoMetadataConverter : JsonConverter<IReadOnlyList<PhotoMetadata>>
{
    public override IReadOnlyList<PhotoMetadata>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return ReadAll(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<PhotoMetadata> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Writing is not supported.");

    /// <summary>Returns null if it is not a list.</summary>
    public static IReadOnlyList<PhotoMetadata>? ReadAll(JsonElement photos)
    {
        if (photos.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return [.. photos.EnumerateArray().Select(PhotoMetadata.FromJson)];
    }
}
