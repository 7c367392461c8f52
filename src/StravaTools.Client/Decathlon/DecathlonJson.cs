using System.Text.Json.Serialization;

namespace StravaTools.Client.Decathlon;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DecathlonActivity))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(ImagesBody))]
[JsonSerializable(typeof(ThumbnailBody))]
internal sealed partial class DecathlonJson : JsonSerializerContext;
