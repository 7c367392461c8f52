using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>Removes the positions near the start and the end, which are often at home.</summary>
internal static class HiddenEnds
{
    /// <summary>The same points without the positions within a distance of the first or of the last position.</summary>
    /// <param name="streams">The points.</param>
    /// <param name="radius">Meters; 0 changes nothing.</param>
    public static ActivityStreams RemovePositions(ActivityStreams streams, double radius)
    {
        int[] placed = [.. Enumerable.Range(0, streams.Count).Where(streams.HasPosition)];
        if (radius <= 0 || placed.Length == 0)
        {
            return streams;
        }

        var (latitudes, longitudes) = (streams.Latitude.ToArray(), streams.Longitude.ToArray());
        foreach (var point in placed.Where(point => IsNear(placed[0], point) || IsNear(placed[^1], point)))
        {
            latitudes[point] = longitudes[point] = double.NaN;
        }

        return streams with { Latitude = ImmutableArray.Create(latitudes), Longitude = ImmutableArray.Create(longitudes) };

        bool IsNear(int end, int point) => DistanceAnalysis.Between(
            streams.Latitude[end], streams.Longitude[end], streams.Latitude[point], streams.Longitude[point]) <= radius;
    }
}
