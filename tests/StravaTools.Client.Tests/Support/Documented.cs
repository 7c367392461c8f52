using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Tests.Support;

/// <summary>The examples of the documents, and checks that every attribute of them is read.</summary>
internal static class Documented
{
    /// <summary>
    /// Attributes that recordings have and the documents do not: activities, laps, clubs, and gear keep them with others that have no
    /// property, and what is part of those ignores them.
    /// </summary>
    private static readonly HashSet<string> OnlyRecorded = new(StringComparer.Ordinal)
    {
        "upload_id_str", "visibility", "location_city", "location_state", "location_country", "heartrate_opt_out",
        "display_hide_heartrate_option", "perceived_exertion", "prefer_perceived_exertion", "stats_visibility", "available_zones",
        "similar_activities", "nickname", "retired", "converted_distance", "average_grade_adjusted_speed", "media_type",
        "elevation_profile", "elevation_profiles", "activity_types_icon", "dimensions", "localized_sport_type", "website", "blocked",
        "can_follow", "postable_clubs_count", "pr_visibility", "pr_activity_id", "pr_activity_visibility",
    };

    private static readonly string[] SensorsOfParts = ["average_heartrate", "max_heartrate"];

    public static string Example(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>Null if everything that has no property is an attribute that only recordings have.</summary>
    public static string? UnknownOf(IDictionary<string, JsonElement>? others) =>
        others?.Keys.FirstOrDefault(name => !OnlyRecorded.Contains(name) && !SensorsOfParts.Contains(name));

    /// <summary>Checks that each attribute of the JSON has a property with its value.</summary>
    public static void AssertHoldsAll(string json, object value)
    {
        using var document = JsonDocument.Parse(json);
        AssertSame(document.RootElement, value, "$");
    }

    private static void AssertSame(JsonElement json, object? value, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.True(value is null, $"{path} is {value}");
                break;
            case JsonValueKind.Object when value is IEnumerable<KeyValuePair<string, Uri>> map:
                Assert.Equal(json.EnumerateObject().Select(each => (each.Name, each.Value.GetString())),
                    map.Select(each => (each.Key, (string?)each.Value.OriginalString)));
                break;
            case JsonValueKind.Object:
                AssertObject(json, value, path);
                break;
            case JsonValueKind.Array when value is null && path.EndsWith("_latlng", StringComparison.Ordinal):
                Assert.Equal(0, json.GetArrayLength());
                break;
            case JsonValueKind.Array when value is Position position:
                Assert.Equal([position.Latitude, position.Longitude], json.EnumerateArray().Select(number => number.GetDouble()));
                break;
            case JsonValueKind.Array:
                AssertArray(json, value, path);
                break;
            default:
                Assert.True(value is not null, $"{path} is not read");
                Assert.True(IsSame(json, value), $"{path} is {value}, not {json.GetRawText()}");
                break;
        }
    }

    private static void AssertObject(JsonElement json, object? value, string path)
    {
        Assert.True(value is not null, $"{path} is not read");
        var properties = value.GetType().GetProperties().ToDictionary(JsonNameOf, StringComparer.Ordinal);
        foreach (var attribute in json.EnumerateObject().Where(attribute => !OnlyRecorded.Contains(attribute.Name)))
        {
            // Splits and efforts have more sensors on the wire than in the documents.
            var property = properties.GetValueOrDefault(attribute.Name);
            if (property is null && SensorsOfParts.Contains(attribute.Name))
            {
                continue;
            }

            Assert.True(property is not null, $"{path}.{attribute.Name} has no property");
            AssertSame(attribute.Value, property.GetValue(value), $"{path}.{attribute.Name}");
        }
    }

    private static void AssertArray(JsonElement json, object? value, string path)
    {
        Assert.True(value is IEnumerable and not string, $"{path} is not read as a list");
        var items = ((IEnumerable)value).Cast<object?>().ToList();
        Assert.Equal(json.GetArrayLength(), items.Count);
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            AssertSame(item, items[index], $"{path}[{index}]");
        }
    }

    private static bool IsSame(JsonElement json, object value) => value switch
    {
        long or int => json.GetDecimal() == Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double number => number.Equals(json.GetDouble()),
        bool flag => json.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
        DateTimeOffset time => time == json.GetDateTimeOffset(),
        DateTime wallClock => wallClock.Kind == DateTimeKind.Unspecified
            && wallClock == DateTime.SpecifyKind(json.GetDateTimeOffset().DateTime, DateTimeKind.Unspecified),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture) == json.GetString(),
        string text => text == json.GetString(),
        _ => false,
    };

    private static string JsonNameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
}
