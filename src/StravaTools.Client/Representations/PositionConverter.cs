using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Representations;

/// <summary>Reads positions written as [latitude, longitude]; null or an empty array means that no position is known.</summary>
internal sealed class PositionConverter : JsonConverter<Position?>
{
    public override Position? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return ToPosition(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Position? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Writing is not supported.");

    internal static Position? ToPosition(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            && value[0].ValueKind == JsonValueKind.Number && value[1].ValueKind == JsonValueKind.Number)
        {
            return new Position(value[0].GetDouble(), value[1].GetDouble());
        }

        throw new JsonException("A position must be [latitude, longitude].");
    }
}
