using System.Text.Json;
using System.Text.Json.Serialization;

namespace StravaTools.Client.Activities;

/// <summary>
/// Just enough of an activity to see whether it has changed (strava-activities.md, "Meta representation attributes"). Strava writes it as an array; what
/// the array is too short for is null.
/// </summary>
public sealed record StravaActivityMeta
{
    /// <summary>Its id; 64 bits.</summary>
    public long Id { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The activity type, as Ride.</summary>
    public string? Type { get; init; }

    /// <summary>The athlete's wall clock when it began.</summary>
    public DateTime? StartDateLocal { get; init; }

    /// <summary>Seconds.</summary>
    public long? ElapsedTime { get; init; }

    /// <summary>For the athlete only.</summary>
    public bool? Private { get; init; }

    /// <summary>Flagged as dubious.</summary>
    public bool? Flagged { get; init; }

    /// <summary>The first record outside a privacy zone; greater than <see cref="MapEndIndex"/> if the whole activity is within one.</summary>
    public int? MapStartIndex { get; init; }

    /// <summary>The last record outside a privacy zone; 0 or null if the end is not within one.</summary>
    public int? MapEndIndex { get; init; }
}

/// <summary>Each value is known by its place; places that are new are passed over.</summary>
internal sealed class ActivityMetaConverter : JsonConverter<StravaActivityMeta>
{
    public override StravaActivityMeta Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() == 0)
        {
            throw new JsonException("The meta representation is an array with the id first.");
        }

        var values = json.RootElement;
        return new StravaActivityMeta
        {
            Id = At<long>(values, 0, options),
            UpdatedAt = At<DateTimeOffset?>(values, 1, options),
            Type = At<string>(values, 2, options),
            StartDateLocal = At<DateTime?>(values, 3, options),
            ElapsedTime = At<long?>(values, 4, options),
            Private = Flag(values, 5, options),
            Flagged = Flag(values, 6, options),
            MapStartIndex = At<int?>(values, 7, options),
            MapEndIndex = At<int?>(values, 8, options),
        };
    }

    public override void Write(Utf8JsonWriter writer, StravaActivityMeta value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only ever read.");

    private static bool? Flag(JsonElement values, int place, JsonSerializerOptions options) =>
        place < values.GetArrayLength() && values[place].ValueKind is JsonValueKind.True or JsonValueKind.False
            ? values[place].GetBoolean()
            : At<int?>(values, place, options) is { } number ? number != 0 : null;

    private static T? At<T>(JsonElement values, int place, JsonSerializerOptions options) => place < values.GetArrayLength()
        ? values[place].Deserialize((System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
        : default;
}
