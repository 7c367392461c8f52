namespace StravaTools.Activities.Analysis;

/// <summary>A place on the earth, WGS 84.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct Position(double Latitude, double Longitude);
