using System.Text.Json.Serialization;
using StravaTools.Client.Photos;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Activities;

/// <summary>JSON of activities: names are snake_case, and numbers are sometimes strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(TextConverter), typeof(WallClockConverter), typeof(WholeNumberConverter), typeof(CountConverter),
        typeof(PositionConverter), typeof(ActivityMetaConverter), typeof(StreamsConverter), typeof(DayConverter),
        typeof(PhotoMetadataConverter),
    ])]
[JsonSerializable(typeof(StravaActivity))]
[JsonSerializable(typeof(StravaActivity[]))]
[JsonSerializable(typeof(StravaActivityMeta[]))]
[JsonSerializable(typeof(StravaLap[]))]
[JsonSerializable(typeof(StravaActivityZone[]))]
[JsonSerializable(typeof(IReadOnlyList<StravaStreamData>))]
[JsonSerializable(typeof(ActivityUpdateBody))]
internal sealed partial class ActivityJson : JsonSerializerContext;
