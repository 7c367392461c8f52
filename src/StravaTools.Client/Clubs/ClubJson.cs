using System.Text.Json.Serialization;
using StravaTools.Client.Representations;

namespace StravaTools.Client.Clubs;

/// <summary>JSON of clubs: names are snake_case, and numbers are sometimes strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(TextConverter), typeof(WallClockConverter), typeof(WholeNumberConverter), typeof(CountConverter),
        typeof(PositionConverter), typeof(DayConverter),
    ])]
[JsonSerializable(typeof(StravaClub))]
internal sealed partial class ClubJson : JsonSerializerContext;
