using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>What a track says about itself.</summary>
/// <param name="Name">Its name; null if it has none.</param>
/// <param name="Type">The word for its sport; null if it has none.</param>
/// <param name="TypeLocation">The place of the type.</param>
/// <param name="PointsBefore">The number of points in the file before it.</param>
internal readonly record struct GpxTrack(string? Name, string? Type, SourceLocation TypeLocation, int PointsBefore);
