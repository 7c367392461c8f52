using System.Text.Json.Serialization;
using StravaTools.Client.Activities;
using StravaTools.Client.Uploads;

namespace StravaTools.Client.Http;

/// <summary>Strava's names are snake_case, and its numbers are sometimes strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(WallClockConverter), typeof(WholeNumberConverter), typeof(CountConverter), typeof(PositionConverter), typeof(ActivityMetaConverter),
        typeof(StreamsConverter), typeof(DayConverter),
    ])]
[JsonSerializable(typeof(UploadStatus))]
[JsonSerializable(typeof(StravaActivity))]
[JsonSerializable(typeof(StravaActivity[]))]
[JsonSerializable(typeof(StravaActivityMeta[]))]
[JsonSerializable(typeof(StravaLap[]))]
[JsonSerializable(typeof(StravaActivityZone[]))]
[JsonSerializable(typeof(IReadOnlyList<StravaStreamData>))]
[JsonSerializable(typeof(StravaAthlete))]
[JsonSerializable(typeof(StravaClub))]
[JsonSerializable(typeof(StravaSegment))]
[JsonSerializable(typeof(StravaLeaderboard))]
[JsonSerializable(typeof(StravaEffort[]))]
[JsonSerializable(typeof(ActivityUpdateBody))]
internal sealed partial class StravaJson : JsonSerializerContext;
