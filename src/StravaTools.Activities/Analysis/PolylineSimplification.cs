namespace StravaTools.Activities.Analysis;

/// <summary>Reduces a route to fewer points for a small picture, like Strava's <c>summary_polyline</c>.</summary>
public static class PolylineSimplification
{
    private const double MetersPerDegree = 111_195;

    /// <summary>
    /// Ramer-Douglas-Peucker: keeps the first and the last position, and every position without which the line
    /// would be off by more than the tolerance.
    /// </summary>
    /// <param name="positions">The route.</param>
    /// <param name="tolerance">Meters.</param>
    public static IReadOnlyList<Position> Simplify(IReadOnlyList<Position> positions, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count < 3)
        {
            return positions;
        }

        var keep = new bool[positions.Count];
        keep[0] = keep[^1] = true;
        // A stack instead of recursion: a recording of a day may have 100,000 points on a straight road.
        var spans = new Stack<(int First, int Last)>([(0, positions.Count - 1)]);
        while (spans.TryPop(out var span))
        {
            var (farthest, distance) = Farthest(positions, span.First, span.Last);
            if (distance > tolerance)
            {
                keep[farthest] = true;
                spans.Push((span.First, farthest));
                spans.Push((farthest, span.Last));
            }
        }

        return [.. positions.Where((_, index) => keep[index])];
    }

    private static (int Index, double Distance) Farthest(IReadOnlyList<Position> positions, int first, int last)
    {
        var (index, farthest) = (first, 0.0);
        for (var i = first + 1; i < last; i++)
        {
            var distance = DistanceToSegment(positions[i], positions[first], positions[last]);
            if (distance > farthest)
            {
                (index, farthest) = (i, distance);
            }
        }

        return (index, farthest);
    }

    /// <summary>Meters, on a plane that touches the earth at the point: good enough over the length of a segment that matters.</summary>
    private static double DistanceToSegment(Position point, Position start, Position end)
    {
        var scale = Math.Cos(double.DegreesToRadians(point.Latitude));
        double startX = Across(start, point) * scale, startY = start.Latitude - point.Latitude;
        double alongX = (Across(end, point) * scale) - startX, alongY = end.Latitude - point.Latitude - startY;
        var length = (alongX * alongX) + (alongY * alongY);
        var t = length == 0 ? 0 : Math.Clamp(-((startX * alongX) + (startY * alongY)) / length, 0, 1);
        return MetersPerDegree * double.Hypot(startX + (t * alongX), startY + (t * alongY));
    }

    /// <summary>Degrees east of the point, by the shorter way: a route may cross the date line.</summary>
    private static double Across(Position position, Position point) => Math.IEEERemainder(position.Longitude - point.Longitude, 360);
}
