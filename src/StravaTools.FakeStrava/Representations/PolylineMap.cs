using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The route of an activity (strava-v3-api.md, "Polylines").</summary>
/// <param name="Id">"a" and the id of the activity.</param>
/// <param name="Polyline">All positions.</param>
/// <param name="SummaryPolyline">Fewer positions, for a small picture.</param>
/// <param name="ResourceState">3: detail.</param>
public sealed record PolylineMap(
    string Id,
    string Polyline,
    [property: JsonPropertyOrder(1)] string SummaryPolyline,
    [property: JsonPropertyOrder(1)] int ResourceState = 3)
{
    /// <summary>All positions.</summary>
    [DetailOnly]
    public string Polyline
    {
        get => ReadPolyline();
        init => ReadPolyline = () => value;
    }

    internal Func<string> ReadPolyline { get; init; } = () => Polyline;
}
