using System.Text.Json.Serialization;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Uploads;

/// <summary>JSON of uploads: names are snake_case, and numbers are sometimes strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(WallClockConverter), typeof(WholeNumberConverter), typeof(CountConverter),
    ])]
[JsonSerializable(typeof(UploadStatus))]
internal sealed partial class UploadJson : JsonSerializerContext;
