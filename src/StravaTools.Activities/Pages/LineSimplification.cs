namespace StravaTools.Activities.Pages;

/// <summary>Ramer-Douglas-Peucker in the plane: removes points of a line that do not change its shape.</summary>
internal static class LineSimplification
{
    /// <summary>The first and the last point, and every point without which the line would be off by more than the tolerance.</summary>
    public static IReadOnlyList<(double X, double Y)> Simplify(IReadOnlyList<(double X, double Y)> line, double tolerance)
    {
        if (line.Count < 3)
        {
            return [.. line];
        }

        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var spans = new Stack<(int First, int Last)>([(0, line.Count - 1)]);
        while (spans.TryPop(out var span))
        {
            var (farthest, distance) = FindFarthest(line, span.First, span.Last);
            if (distance > tolerance)
            {
                keep[farthest] = true;
                spans.Push((span.First, farthest));
                spans.Push((farthest, span.Last));
            }
        }

        return [.. line.Where((_, index) => keep[index])];
    }

    private static (int Index, double Distance) FindFarthest(IReadOnlyList<(double X, double Y)> line, int first, int last)
    {
        var (start, end) = (line[first], line[last]);
        var (alongX, alongY) = (end.X - start.X, end.Y - start.Y);
        var length = (alongX * alongX) + (alongY * alongY);
        var (index, farthest) = (first, 0.0);
        for (var i = first + 1; i < last; i++)
        {
            var (x, y) = (line[i].X - start.X, line[i].Y - start.Y);
            var share = length > 0 ? Math.Clamp(((x * alongX) + (y * alongY)) / length, 0, 1) : 0;
            var distance = double.Hypot(x - (share * alongX), y - (share * alongY));
            if (distance > farthest)
            {
                (index, farthest) = (i, distance);
            }
        }

        return (index, farthest);
    }
}
