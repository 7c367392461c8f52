using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>The streams of an activity in a state document: a list per type, with null for a point without a value.</summary>
internal static class StreamsJson
{
    private const string Time = "time";
    private const string Positions = "latlng";
    private const string Distance = "distance";

    private static readonly string[] Names =
        [Time, Positions, Distance, "altitude", "velocity_smooth", "heartrate", "cadence", "watts", "temp"];

    public static JsonObject DescribeStreams(ActivityStreams streams)
    {
        var json = new JsonObject();
        AddList(json, Time, streams.Time);
        if (!streams.Latitude.IsEmpty)
        {
            json[Positions] = new JsonArray(
                [.. streams.Latitude.Select((latitude, point) => DescribePosition(latitude, streams.Longitude[point]))]);
        }

        AddList(json, Distance, streams.Distance);
        AddList(json, "altitude", streams.Altitude);
        AddList(json, "velocity_smooth", streams.Speed);
        AddList(json, "heartrate", streams.HeartRate);
        AddList(json, "cadence", streams.Cadence);
        AddList(json, "watts", streams.Power);
        AddList(json, "temp", streams.Temperature);
        return json;
    }

    /// <summary>The recording that has these streams.</summary>
    /// <exception cref="JsonException">A stream is unknown, is not a list of numbers, or has another length.</exception>
    public static Activity ReadRecording(JsonObject json, DetailedActivity activity)
    {
        foreach (var (name, _) in json)
        {
            Require(Names.Contains(name), $"There is no stream {name}.");
        }

        var count = json.Select(stream => (stream.Value as JsonArray)?.Count ?? 0).DefaultIfEmpty().First();
        var start = new DateTimeOffset(DateTime.SpecifyKind(activity.StartDate, DateTimeKind.Utc));
        var streams = new ActivityStreams
        {
            Count = count,
            Origin = start,
            Time = ReadList(json, Time, count),
            Latitude = ReadPositions(json, 0, count),
            Longitude = ReadPositions(json, 1, count),
            Distance = ReadList(json, Distance, count),
            Altitude = ReadFloats(json, "altitude", count),
            Speed = ReadFloats(json, "velocity_smooth", count),
            HeartRate = ReadFloats(json, "heartrate", count),
            Cadence = ReadFloats(json, "cadence", count),
            Power = ReadFloats(json, "watts", count),
            Temperature = ReadFloats(json, "temp", count),
        };
        return new Activity
        {
            SportType = SportType.Parse(activity.SportType),
            Name = activity.Name,
            StartTime = start,
            ElapsedTime = TimeSpan.FromSeconds(activity.ElapsedTime),
            Distance = activity.Distance,
            Streams = streams,
        };
    }

    private static JsonArray? DescribePosition(double latitude, double longitude)
    {
        if (double.IsNaN(latitude) || double.IsNaN(longitude))
        {
            return null;
        }

        return new JsonArray(latitude, longitude);
    }

    private static void AddList(JsonObject json, string name, ImmutableArray<double> values)
    {
        if (!values.IsEmpty)
        {
            json[name] = new JsonArray([.. values.Select(value => double.IsFinite(value) ? JsonValue.Create(value) : null)]);
        }
    }

    private static void AddList(JsonObject json, string name, ImmutableArray<float> values)
    {
        if (!values.IsEmpty)
        {
            json[name] = new JsonArray([.. values.Select(value => float.IsFinite(value) ? JsonValue.Create(value) : null)]);
        }
    }

    private static ImmutableArray<float> ReadFloats(JsonObject json, string name, int count) =>
        [.. ReadList(json, name, count).Select(value => (float)value)];

    private static ImmutableArray<double> ReadList(JsonObject json, string name, int count) =>
        [.. ListValues(json, name, count).Select(ReadNumber)];

    private static ImmutableArray<double> ReadPositions(JsonObject json, int axis, int count) =>
        [.. ListValues(json, Positions, count).Select(position => ReadNumber((position as JsonArray)?[axis]))];

    private static JsonArray ListValues(JsonObject json, string name, int count)
    {
        if (json[name] is not { } list)
        {
            return [];
        }

        Require(list is JsonArray array && array.Count == count, $"The stream {name} must be a list as long as the others.");
        return list.AsArray();
    }

    private static double ReadNumber(JsonNode? value)
    {
        if (value is null)
        {
            return double.NaN;
        }

        return value.Deserialize<double>();
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new JsonException(message);
        }
    }
}
