using StravaTools.Activities.Analysis;

namespace StravaTools.FakeStrava.Options;

/// <summary>A circle that has a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Radius">Meters.</param>
public sealed record FakePlace(string Name, double Latitude, double Longitude, double Radius)
{
    internal bool Contains(double latitude, double longitude) =>
        DistanceAnalysis.Between(Latitude, Longitude, latitude, longitude) <= Radius;
}
