using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>
/// Writes numbers as today's Strava does. Clients in typed languages fail if 1000 comes instead of 1000.0, or the reverse.
/// </summary>
internal sealed class WireNumberConverter(WireNumberForm form) : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (form == WireNumberForm.Whole || (form == WireNumberForm.FractionUnlessZero && value == 0))
        {
            writer.WriteNumberValue((long)Math.Round(value));
            return;
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0", skipInputValidation: true);
    }
}
