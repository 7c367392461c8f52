using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Activities;

/// <summary>
/// One series of values of an activity, as its heart rate (strava-v3-api.md, "Summary of Resources", /v3/activities/:id/streams; attributes by Strava's
/// published swagger). All streams of an answer have values for the same records.
/// </summary>
public sealed record StravaStreamData
{
    /// <summary>The activity that was asked for; Strava does not repeat it.</summary>
    public long ActivityId { get; init; }

    /// <summary>What its values are: one of <see cref="StravaStreamTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// A value for each record: a number, for latlng a <see cref="Position"/>, for moving a boolean; null where there is none. The units are those of
    /// <see cref="StravaStreamTypes"/>.
    /// </summary>
    public required IReadOnlyList<object?> Data { get; init; }

    /// <summary>What was thinned out evenly: distance or time.</summary>
    public string? SeriesType { get; init; }

    /// <summary>How many records there were before.</summary>
    public int? OriginalSize { get; init; }

    /// <summary>low, medium or high.</summary>
    public string? Resolution { get; init; }

    /// <summary>The values of a stream of numbers; null where there is none.</summary>
    public IEnumerable<double?> Numbers() => Data.Select(value => value as double?);

    /// <summary>The values of latlng; null where there is none.</summary>
    public IEnumerable<Position?> Positions() => Data.Select(value => value as Position?);
}

/// <summary>The types of streams there are.</summary>
public static class StravaStreamTypes
{
    /// <summary>
    /// time (seconds), distance (metres), latlng (degrees), altitude (metres), velocity_smooth (metres per second), heartrate (beats per minute), cadence
    /// (revolutions per minute), watts, temp (degrees Celsius), moving (true or false), grade_smooth (percent).
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        ["time", "distance", "latlng", "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp", "moving", "grade_smooth"];
}

/// <summary>Reads both shapes that are seen: an array of streams with their types, and an object with the streams by type.</summary>
internal sealed class StreamsConverter : JsonConverter<IReadOnlyList<StravaStreamData>>
{
    public override IReadOnlyList<StravaStreamData> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(stream => Stream(stream, Text(stream, "type")))],
            JsonValueKind.Object => [.. json.RootElement.EnumerateObject().Select(stream => Stream(stream.Value, stream.Name))],
            _ => throw new JsonException("Streams are an array, or an object by type."),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<StravaStreamData> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("They are only ever read.");

    private static StravaStreamData Stream(JsonElement stream, string? type)
    {
        if (type is null || stream.ValueKind != JsonValueKind.Object || !stream.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A stream has a type, and data in an array.");
        }

        return new StravaStreamData
        {
            Type = type,
            Data = [.. data.EnumerateArray().Select(Value)],
            SeriesType = Text(stream, "series_type"),
            OriginalSize = stream.TryGetProperty("original_size", out var size) && size.TryGetInt32(out var count) ? count : null,
            Resolution = Text(stream, "resolution"),
        };
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => PositionConverter.Of(value),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Strava writes positions as [latitude, longitude], and none as null or an empty array.</summary>
internal sealed class PositionConverter : JsonConverter<Position?>
{
    public override Position? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Of(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Position? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only ever read.");

    internal static Position? Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2
            && value[0].ValueKind == JsonValueKind.Number && value[1].ValueKind == JsonValueKind.Number
            ? new Position(value[0].GetDouble(), value[1].GetDouble())
            : throw new JsonException("A position is [latitude, longitude].");
    }
}
