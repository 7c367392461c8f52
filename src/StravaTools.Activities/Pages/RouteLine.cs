using System.Globalization;
using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>Draws a route with as few points as its shape needs.</summary>
internal static class RouteLine
{
    /// <summary>Units of the picture that a line may be off.</summary>
    private const double Tolerance = 0.35;

    /// <summary>Points without a position after which the line is interrupted: less is a lost signal.</summary>
    private const int MaxMissing = 20;

    /// <summary>The path of the route; interrupted where positions are missing or hidden.</summary>
    public static Markup DrawPath(RouteMap map, ActivityStreams streams)
    {
        var path = new StringBuilder();
        List<(double X, double Y)> piece = [];
        var missing = 0;
        for (var point = 0; point < streams.Count; point++)
        {
            if (map.Locate(point) is not { } place)
            {
                missing++;
                continue;
            }

            if (missing > MaxMissing)
            {
                AddPiece(path, piece);
            }

            missing = 0;
            if (piece.Count == 0 || IsApart(piece[^1], place))
            {
                piece.Add(place);
            }
        }

        AddPiece(path, piece);
        return new Markup(path.ToString());
    }

    private static bool IsApart((double X, double Y) one, (double X, double Y) other) =>
        Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y) >= Tolerance;

    private static void AddPiece(StringBuilder path, List<(double X, double Y)> piece)
    {
        var command = 'M';
        foreach (var (x, y) in LineSimplification.Simplify(piece, Tolerance))
        {
            path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#} {y:0.#}");
            command = 'L';
        }

        if (piece.Count == 1)
        {
            path.Append("h.1");
        }

        piece.Clear();
    }
}
