using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StartedLine))]
internal sealed partial class StartedJson : JsonSerializerContext;
