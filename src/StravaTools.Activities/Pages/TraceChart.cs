using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Pages;

/// <summary>Draws a trace as a line of one point per pixel, or two where the values of a pixel differ. Gaps stay empty.</summary>
internal static class TraceChart
{
    /// <summary>The width of the drawing, which the page stretches.</summary>
    public const int Width = 1000;

    /// <summary>The height of the drawing.</summary>
    public const int Height = 200;

    /// <summary>Seconds without a point after which the line is interrupted.</summary>
    public const double MaxGap = 30;

    /// <summary>The path of the line, or of the area below it.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="positions">The horizontal position of each row, from 0 to 1.</param>
    /// <param name="seconds">The time of each row.</param>
    public static Markup DrawPath(Trace trace, double[] positions, double[] seconds)
    {
        var path = new StringBuilder();
        var row = 0;
        while (row < positions.Length)
        {
            while (row < positions.Length && float.IsNaN(trace.Rows[row]))
            {
                row++;
            }

            var end = FindEnd(trace, seconds, row);
            if (end > row)
            {
                DrawPiece(path, trace, positions, row, end);
            }

            row = Math.Max(end, row + 1);
        }

        return new Markup(path.ToString());
    }

    /// <summary>The first row after a gap.</summary>
    private static int FindEnd(Trace trace, double[] seconds, int row)
    {
        var end = row;
        while (end < seconds.Length && !float.IsNaN(trace.Rows[end]) && (end == row || seconds[end] - seconds[end - 1] <= MaxGap))
        {
            end++;
        }

        return end;
    }

    private static void DrawPiece(StringBuilder path, Trace trace, double[] positions, int from, int to)
    {
        var first = (int)(positions[from] * Width);
        var last = first;
        var row = from;
        var command = 'M';
        while (row < to)
        {
            var column = (int)(positions[row] * Width);
            var (lowest, highest) = (row, row);
            for (; row < to && (int)(positions[row] * Width) == column; row++)
            {
                lowest = trace.Rows[row] < trace.Rows[lowest] ? row : lowest;
                highest = trace.Rows[row] > trace.Rows[highest] ? row : highest;
            }

            AddPoint(path, command, column, LocateRow(trace, Math.Min(lowest, highest)));
            if (LocateRow(trace, lowest) != LocateRow(trace, highest))
            {
                AddPoint(path, 'L', column, LocateRow(trace, Math.Max(lowest, highest)));
            }

            (command, last) = ('L', column);
        }

        if (trace.IsArea)
        {
            path.Append(CultureInfo.InvariantCulture, $"V{Height}H{first}Z");
        }
        else if (first == last)
        {
            path.Append(CultureInfo.InvariantCulture, $"H{last + 1}");
        }
    }

    private static int LocateRow(Trace trace, int row) => (int)Math.Round(trace.Axis.Locate(trace.Rows[row]) * Height);

    private static void AddPoint(StringBuilder path, char command, int x, int y) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{x} {y}");
}
