using System.Text.Json.Serialization;

namespace StravaTools.Decathlon;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DecathlonActivity))]
[JsonSerializable(typeof(StoredResponse))]
[JsonSerializable(typeof(ImagesBody))]
[JsonSerializable(typeof(ThumbnailBody))]
internal sealed partial class DecathlonJson : JsonSerializerContext;
