using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StartedLine))]
internal sealed partial class StartedJson : JsonSerializerContext;
