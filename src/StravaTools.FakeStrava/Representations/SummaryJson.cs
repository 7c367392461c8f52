using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StravaTools.FakeStrava.Representations;

/// <summary>
/// The summary representation of activities: "the same as the detailed representation, except it does NOT include these attributes"
/// (strava-activities.md). <see cref="DetailOnlyAttribute"/> marks them.
/// </summary>
internal static class SummaryJson
{
    private static readonly JsonSerializerOptions Options = new(StravaJson.Default.Options)
    {
        TypeInfoResolver = StravaJson.Default.WithAddedModifier(RemoveDetails),
    };

    public static JsonTypeInfo<DetailedActivity> Activity { get; } =
        (JsonTypeInfo<DetailedActivity>)Options.GetTypeInfo(typeof(DetailedActivity));

    public static JsonTypeInfo<DetailedActivity[]> Activities { get; } =
        (JsonTypeInfo<DetailedActivity[]>)Options.GetTypeInfo(typeof(DetailedActivity[]));

    /// <summary>"The map attribute also only includes a summary representation of the route."</summary>
    public static DetailedActivity AsSummary(this DetailedActivity activity) =>
        activity with { ResourceState = 2, Map = activity.Map with { ResourceState = 2 } };

    private static void RemoveDetails(JsonTypeInfo type)
    {
        var details = type.Properties
            .Where(property => property.AttributeProvider?.IsDefined(typeof(DetailOnlyAttribute), inherit: false) == true).ToList();
        details.ForEach(property => type.Properties.Remove(property));
    }
}
