using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>Reads values by position. Unknown positions are ignored.</summary>
internal sealed class ActivityMetaConverter : JsonConverter<StravaActivityMeta>
{
    public override StravaActivityMeta Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() == 0)
        {
            throw new JsonException("The meta representation must be an array that begins with the ID.");
        }

        var values = json.RootElement;
        return new StravaActivityMeta
        {
            Id = ReadElement<long>(values, 0, options),
            UpdatedAt = ReadElement<DateTimeOffset?>(values, 1, options),
            Type = ReadElement<string>(values, 2, options),
            StartDateLocal = ReadElement<DateTime?>(values, 3, options),
            ElapsedTime = ReadElement<long?>(values, 4, options),
            Private = ReadFlag(values, 5, options),
            Flagged = ReadFlag(values, 6, options),
            MapStartIndex = ReadElement<int?>(values, 7, options),
            MapEndIndex = ReadElement<int?>(values, 8, options),
        };
    }

    public override void Write(Utf8JsonWriter writer, StravaActivityMeta value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Writing is not supported.");

    private static bool? ReadFlag(JsonElement values, int place, JsonSerializerOptions options)
    {
        if (place < values.GetArrayLength() && values[place].ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return values[place].GetBoolean();
        }

        if (ReadElement<int?>(values, place, options) is { } number)
        {
            return number != 0;
        }

        return null;
    }

    private static T? ReadElement<T>(JsonElement values, int place, JsonSerializerOptions options)
    {
        if (place < values.GetArrayLength())
        {
            return values[place].Deserialize((System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        return default;
    }
}
