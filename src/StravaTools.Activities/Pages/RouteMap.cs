using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>
/// Projects positions to a picture. The picture has no coordinates of the earth: its origin is a corner of the visible route.
/// </summary>
internal sealed class RouteMap
{
    /// <summary>The width of the picture.</summary>
    public const double Width = 480;

    private const double Margin = 26;
    private const double MinHeight = 220;
    private const double MaxHeight = 440;
    private const double MetersPerDegree = 111_195;

    private readonly ActivityStreams _streams;
    private readonly Position _origin;
    private readonly double _shrink;
    private readonly double _left;
    private readonly double _top;

    private RouteMap(ActivityStreams streams, int[] points)
    {
        _streams = streams;
        _origin = new Position(streams.Latitude[points[0]], streams.Longitude[points[0]]);
        _shrink = Math.Cos(double.DegreesToRadians(points.Average(point => streams.Latitude[point])));
        var places = points.Select(Project).ToArray();
        var (west, east) = (places.Min(place => place.X), places.Max(place => place.X));
        var (north, south) = (places.Min(place => place.Y), places.Max(place => place.Y));
        var (width, height) = (Math.Max(east - west, 1), Math.Max(south - north, 1));
        Height = Math.Clamp((Width * height / width) + (2 * Margin), MinHeight, MaxHeight);
        Scale = Math.Min((Width - (2 * Margin)) / width, (Height - (2 * Margin)) / height);
        _left = (Width / 2 / Scale) - ((west + east) / 2);
        _top = (Height / 2 / Scale) - ((north + south) / 2);
    }

    /// <summary>The height of the picture.</summary>
    public double Height { get; }

    /// <summary>Units of the picture for a meter.</summary>
    public double Scale { get; }

    /// <summary>A map of the points with a position; null if fewer than two have one.</summary>
    public static RouteMap? Create(ActivityStreams streams)
    {
        int[] points = [.. Enumerable.Range(0, streams.Count).Where(streams.HasPosition)];
        return points.Length < 2 ? null : new RouteMap(streams, points);
    }

    /// <summary>The place of a point in the picture; null if it has no position.</summary>
    public (double X, double Y)? Locate(int point)
    {
        if (!_streams.HasPosition(point))
        {
            return null;
        }

        var (x, y) = Project(point);
        return ((x + _left) * Scale, (y + _top) * Scale);
    }

    /// <summary>Meters east and south of the origin, by the shorter way: a route may cross the date line.</summary>
    private (double X, double Y) Project(int point)
    {
        var east = Math.IEEERemainder(_streams.Longitude[point] - _origin.Longitude, 360);
        return (east * _shrink * MetersPerDegree, (_origin.Latitude - _streams.Latitude[point]) * MetersPerDegree);
    }
}
