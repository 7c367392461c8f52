using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Representations;

/// <summary>Like <see cref="WholeNumberConverter"/>, for counts.</summary>
internal sealed class CountConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (WholeNumberConverter.ReadWhole(ref reader) is >= int.MinValue and <= int.MaxValue and var number)
        {
            return (int)number;
        }

        throw new JsonException("The value is not a 32-bit integer.");
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
