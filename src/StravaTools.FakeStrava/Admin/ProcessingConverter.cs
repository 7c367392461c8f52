using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin;

/// <summary>When uploads are processed, as on the command line.</summary>
internal sealed class ProcessingConverter : JsonConverter<ProcessingPolicy>
{
    public override ProcessingPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (ProcessingPolicy.TryParse(reader.GetString() ?? "", out var policy))
        {
            return policy;
        }

        throw new JsonException("It must be immediate, hold, polls:<n>, or seconds:<n>.");
    }

    public override void Write(Utf8JsonWriter writer, ProcessingPolicy value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
