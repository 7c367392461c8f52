using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Activities;

/// <summary>Reads both forms that Strava uses: an array of streams with types, and an object with streams by type.</summary>
internal sealed class StreamsConverter : JsonConverter<IReadOnlyList<StravaStreamData>>
{
    public override IReadOnlyList<StravaStreamData> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(stream => Stream(stream, ReadText(stream, "type")))],
            JsonValueKind.Object => [.. json.RootElement.EnumerateObject().Select(stream => Stream(stream.Value, stream.Name))],
            _ => throw new JsonException("Streams must be an array, or an object with streams by type."),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<StravaStreamData> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Writing is not supported.");

    private static StravaStreamData Stream(JsonElement stream, string? type)
    {
        if (type is null || stream.ValueKind != JsonValueKind.Object || !stream.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A stream must have a type and a data array.");
        }

        return new StravaStreamData
        {
            Type = type,
            Data = [.. data.EnumerateArray().Select(ReadValue)],
            SeriesType = ReadText(stream, "series_type"),
            OriginalSize = stream.TryGetProperty("original_size", out var size) && size.TryGetInt32(out var count) ? count : null,
            Resolution = ReadText(stream, "resolution"),
        };
    }

    private static object? ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => PositionConverter.ToPosition(value),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    private static string? ReadText(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        return null;
    }
}
