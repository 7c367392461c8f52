using System.Text.Json.Serialization;

namespace StravaTools.Http.Authorization;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    WriteIndented = true)]
[JsonSerializable(typeof(StoredTokens))]
internal sealed partial class TokenJson : JsonSerializerContext;
