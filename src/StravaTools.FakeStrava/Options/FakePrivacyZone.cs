using StravaTools.Activities.Analysis;

namespace StravaTools.FakeStrava.Options;

/// <summary>A circle in which an athlete's track is hidden.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Radius">Meters.</param>
public sealed record FakePrivacyZone(double Latitude, double Longitude, double Radius)
{
    internal bool Contains(double latitude, double longitude) =>
        DistanceAnalysis.Between(Latitude, Longitude, latitude, longitude) <= Radius;
}
