using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Admin;

/// <summary>Values that are texts in JSON.</summary>
/// <param name="parse">Reads the text of a string or a number.</param>
/// <param name="format">Returns the text of a value.</param>
internal sealed class TextConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return parse(Encoding.ASCII.GetString(reader.ValueSpan));
        }

        return parse(reader.GetString() ?? "");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
}
