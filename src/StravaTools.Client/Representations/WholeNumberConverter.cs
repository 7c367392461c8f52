using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Representations;

/// <summary>
/// Reads integers that are written with a fraction, as in the documents' examples ("max_heartrate": 179.0), or as a string. Plain integers
/// are read exactly, because IDs exceed the precision of a double.
/// </summary>
internal sealed class WholeNumberConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadWhole(ref reader);

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    internal static long ReadWhole(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number when reader.TryGetDecimal(out var number) && IsWhole(number) => (long)number,
        JsonTokenType.String
            when long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new JsonException("The value is not a 64-bit integer."),
    };

    private static bool IsWhole(decimal number) => number is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(number);
}
