using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>
/// The JSON of a profile: <see cref="OnlyInAttribute"/> marks attributes that only one of them has, and
/// <see cref="WireNumberAttribute"/> numbers that today's Strava writes in another form. In the summary representation,
/// "the same as the detailed representation, except it does NOT include these attributes" (strava-activities.md),
/// <see cref="DetailOnlyAttribute"/> marks them.
/// </summary>
internal sealed class WireJson
{
    private const double LargestDecimal = 1e15;

    private static readonly WireJson Current = new(FakeProfile.Current);
    private static readonly WireJson Documented = new(FakeProfile.Documented);

    private readonly FakeProfile _profile;
    private readonly JsonSerializerOptions _details;
    private readonly JsonSerializerOptions _summaries;

    private WireJson(FakeProfile profile)
    {
        _profile = profile;
        _details = CreateOptions(StravaJson.Default.WithAddedModifier(RemoveOtherProfile).WithAddedModifier(ChangeNumbers));
        _summaries = CreateOptions(_details.TypeInfoResolver!.WithAddedModifier(RemoveDetails));
    }

    public JsonTypeInfo<DetailedActivity> Summary => (JsonTypeInfo<DetailedActivity>)_summaries.GetTypeInfo(typeof(DetailedActivity));

    public JsonTypeInfo<DetailedActivity[]> Summaries =>
        (JsonTypeInfo<DetailedActivity[]>)_summaries.GetTypeInfo(typeof(DetailedActivity[]));

    public static WireJson OfProfile(FakeProfile profile) => profile == FakeProfile.Documented ? Documented : Current;

    /// <summary>
    /// A number in a <see cref="JsonNode"/> that is written as 1000.0, not as 1000: decimal numbers keep their last zero.
    /// </summary>
    public static JsonNode WithFraction(double number)
    {
        if (Math.Abs(number) < LargestDecimal)
        {
            return JsonValue.Create((decimal)number + 0.0m);
        }

        return JsonValue.Create(number);
    }

    /// <summary>How the profile writes a type of <see cref="StravaJson"/>.</summary>
    public JsonTypeInfo<T> Detail<T>() => (JsonTypeInfo<T>)_details.GetTypeInfo(typeof(T));

    public JsonNode ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, Detail<T>())!;

    public JsonNode ToSummaryNode(DetailedActivity activity) => JsonSerializer.SerializeToNode(activity, Summary)!;

    private JsonSerializerOptions CreateOptions(IJsonTypeInfoResolver resolver)
    {
        // The encoder writes an ampersand as \u0026, and letters of all languages as they are, as Strava does.
        var options = new JsonSerializerOptions(StravaJson.Default.Options)
        {
            TypeInfoResolver = resolver,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        if (_profile == FakeProfile.Current)
        {
            options.Converters.Add(new WireNumberConverter(WireNumberForm.Fraction));
        }

        return options;
    }

    private void RemoveOtherProfile(JsonTypeInfo type) =>
        Remove(type, property => FindAttribute<OnlyInAttribute>(property) is { } only && only.Profile != _profile);

    private void RemoveDetails(JsonTypeInfo type) =>
        Remove(type, property => FindAttribute<DetailOnlyAttribute>(property)?.AppliesTo(_profile) == true);

    private void ChangeNumbers(JsonTypeInfo type)
    {
        if (_profile != FakeProfile.Current)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            if (FindAttribute<WireNumberAttribute>(property)?.Form is { } form)
            {
                property.CustomConverter = property.PropertyType == typeof(double)
                    ? new WireNumberConverter(form)
                    : new NullableNumberConverter(form);
            }
        }
    }

    private static void Remove(JsonTypeInfo type, Predicate<JsonPropertyInfo> isRemoved)
    {
        foreach (var property in type.Properties.Where(property => isRemoved(property)).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static T? FindAttribute<T>(JsonPropertyInfo property)
        where T : Attribute =>
        property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
}
