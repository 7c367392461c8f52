namespace StravaTools.FakeStrava.Representations;

/// <summary>The route of an activity (strava-v3-api.md, "Polylines").</summary>
/// <param name="Id">"a" and the id of the activity.</param>
/// <param name="Polyline">All positions.</param>
/// <param name="SummaryPolyline">Fewer positions, for a small picture.</param>
/// <param name="ResourceState">3: detail.</param>
public sealed record PolylineMap(string Id, [property: DetailOnly] string Polyline, string SummaryPolyline, int ResourceState = 3);
