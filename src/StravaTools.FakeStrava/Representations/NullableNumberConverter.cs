using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary><see cref="WireNumberConverter"/> for numbers that can be missing.</summary>
internal sealed class NullableNumberConverter(WireNumberForm form) : JsonConverter<double?>
{
    private readonly WireNumberConverter _numbers = new(form);

    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.GetDouble();
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            _numbers.Write(writer, number, options);
            return;
        }

        writer.WriteNullValue();
    }
}
