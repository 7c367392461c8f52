using StravaTools.Activities.Model;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Draws an activity with braille characters, for a terminal.</summary>
public static class ActivityDrawing
{
    private const int MinWidth = 40;
    private const int MaxWidth = 120;
    private const int MostRouteColumns = 64;
    private const int MostRouteRows = 16;
    private const int ChartRows = 4;
    private const int GutterWidth = 7;

    /// <summary>Draws the route, the charts, and the most important figures.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="width">The width in characters; 40 to 120 are used.</param>
    /// <param name="options">What is shown.</param>
    /// <returns>Lines with colors as ANSI escape sequences.</returns>
    public static IReadOnlyList<string> DrawActivity(Activity activity, int width, ActivityPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(options);
        width = Math.Clamp(width, MinWidth, MaxWidth);
        var view = ActivityView.Create(activity, [], options);
        return [.. DescribeActivity(view, width), .. DrawRoute(view, width), .. DrawCharts(view, width)];
    }

    private static IEnumerable<string> DescribeActivity(ActivityView view, int width)
    {
        var title = SummarySection.TitleOf(view);
        yield return AnsiColor.PaintText(ShortenLine(title, width), "title");
        var figures = SummarySection.TilesOf(view).Select(tile => $"{tile.Value} {tile.Unit}".TrimEnd());
        yield return ShortenLine(string.Join("  ", figures), width);
        yield return "";
    }

    private static IEnumerable<string> DrawRoute(ActivityView view, int width)
    {
        if (view.Map is not { } map)
        {
            return [];
        }

        var columns = (int)Math.Min(Math.Min(width, MostRouteColumns), MostRouteRows * 2 * RouteMap.Width / map.Height);
        var rows = (int)Math.Ceiling(columns * map.Height / RouteMap.Width / 2);
        var canvas = new BrailleCanvas(columns, rows);
        var scale = Math.Min(canvas.Width / RouteMap.Width, canvas.Height / map.Height);
        (int X, int Y)? last = null;
        for (var row = 0; row < view.Rows.Count; row++)
        {
            if (map.Locate(view.Rows.LastPoint(row)) is not { } place)
            {
                continue;
            }

            var dot = ((int)(place.X * scale), (int)(place.Y * scale));
            var (fromX, fromY) = last ?? dot;
            canvas.DrawLine(fromX, fromY, dot.Item1, dot.Item2);
            last = dot;
        }

        return [.. canvas.ToLines().Select(line => AnsiColor.PaintText(line, "route")), ""];
    }

    private static IEnumerable<string> DrawCharts(ActivityView view, int width)
    {
        if (view.Traces.Count == 0 || !(view.HasTime || view.HasDistance))
        {
            yield break;
        }

        var positions = view.LocateRows();
        foreach (var line in view.Traces.SelectMany(trace => DrawChart(trace, positions, view.Rows.Seconds, width)))
        {
            yield return line;
        }

        var values = view.HasTime ? view.Rows.Seconds : view.Rows.Meters;
        var (first, last) = (AxisText.Format(values[0], view.HasTime), AxisText.Format(values[^1], view.HasTime));
        yield return $"{"",GutterWidth}{first}{last.PadLeft(width - GutterWidth - first.Length)}";
    }

    private static IEnumerable<string> DrawChart(Trace trace, double[] positions, double[] seconds, int width)
    {
        var about = ShortenLine($" {trace.Unit}, {trace.Note}", width - GutterWidth - trace.Title.Length);
        yield return $"{"",GutterWidth}{AnsiColor.PaintText(trace.Title, trace.Key)}{about}";
        var canvas = new BrailleCanvas(width - GutterWidth, ChartRows);
        (int X, int Y)? last = null;
        for (var row = 0; row < positions.Length; row++)
        {
            if (float.IsNaN(trace.Rows[row]) || (row > 0 && seconds[row] - seconds[row - 1] > TraceChart.MaxGap))
            {
                last = null;
            }

            if (!float.IsNaN(trace.Rows[row]))
            {
                var (x, y) = ((int)(positions[row] * (canvas.Width - 1)), (int)(trace.Axis.Locate(trace.Rows[row]) * (canvas.Height - 1)));
                var (fromX, fromY) = last ?? (x, y);
                canvas.DrawLine(fromX, fromY, x, y);
                last = (x, y);
            }
        }

        var lines = canvas.ToLines();
        for (var i = 0; i < lines.Count; i++)
        {
            yield return $"{LabelOf(trace, i),GutterWidth - 1} {AnsiColor.PaintText(lines[i], trace.Key)}";
        }
    }

    private static string LabelOf(Trace trace, int line) => line switch
    {
        0 => trace.FormatLabel(trace.Axis.High),
        ChartRows - 1 => trace.FormatLabel(trace.Axis.Low),
        _ => "",
    };

    private static string ShortenLine(string text, int width)
    {
        var clean = CleanText.RemoveInvalidCharacters(text);
        if (clean.Length > width)
        {
            return clean[..(width - 1)] + "…";
        }

        return clean;
    }
}
