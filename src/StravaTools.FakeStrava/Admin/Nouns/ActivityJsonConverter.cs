using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>
/// Activities as GET /activities/{id} returns them, so that a recorded response can be changed to a seed; and in addition created_at,
/// updated_at, kudos_from, custom_fields, and the streams.
/// </summary>
internal sealed class ActivityJsonConverter : JsonConverter<ActivityJson>
{
    public const string Streams = "streams";

    private const string CreatedAt = "created_at";
    private const string UpdatedAt = "updated_at";
    private const string KudosFrom = "kudos_from";
    private const string CustomFields = "custom_fields";

    private static readonly JsonSerializerOptions Strava = new(AdminJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public override ActivityJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject json)
        {
            throw new JsonException("An activity must be an object.");
        }

        var (created, updated) = (TakeMember<DateTimeOffset?>(json, CreatedAt), TakeMember<DateTime?>(json, UpdatedAt));
        var kudos = TakeMember<long[]?>(json, KudosFrom) ?? [];
        var fields = TakeMember<Dictionary<string, string>?>(json, CustomFields) ?? [];
        var streams = TakeMember<JsonObject?>(json, Streams);
        var activity = json.Deserialize<DetailedActivity>(Strava)!;
        return new ActivityJson(activity with
        {
            Type = ActivityTypes.TypeOf(activity.SportType),
            CreatedAt = created ?? default,
            UpdatedAt = updated ?? default,
            KudosFrom = kudos,
            CustomFields = fields.ToImmutableDictionary(StringComparer.Ordinal),
            Recording = streams is null ? null : StreamsJson.ReadRecording(streams, activity),
        });
    }

    public override void Write(Utf8JsonWriter writer, ActivityJson value, JsonSerializerOptions options)
    {
        var activity = value.Activity;
        var json = JsonSerializer.SerializeToNode(activity, Strava)!.AsObject();
        json[CreatedAt] = activity.CreatedAt;
        json[UpdatedAt] = activity.UpdatedAt;
        if (activity.KudosFrom.Count > 0)
        {
            json[KudosFrom] = JsonSerializer.SerializeToNode(activity.KudosFrom, Strava);
        }

        if (activity.CustomFields.Count > 0)
        {
            json[CustomFields] = JsonSerializer.SerializeToNode(activity.CustomFields, Strava);
        }

        if (activity.Recording is { Streams.Count: > 0 } recording)
        {
            json[Streams] = StreamsJson.DescribeStreams(recording.Streams);
        }

        json.WriteTo(writer, options);
    }

    private static T? TakeMember<T>(JsonObject json, string name)
    {
        json.Remove(name, out var value);
        return value is null ? default : value.Deserialize<T>(Strava);
    }
}
