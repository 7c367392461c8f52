namespace StravaTools.Activities.Pages;

/// <summary>A picture of dots, of which each character has two columns and four rows (Unicode block "Braille Patterns").</summary>
/// <param name="columns">The width in characters.</param>
/// <param name="rows">The height in characters.</param>
internal sealed class BrailleCanvas(int columns, int rows)
{
    private const char Empty = '\u2800';
    private const int DotColumns = 2;
    private const int DotRows = 4;

    /// <summary>The bit of each dot of a character, row by row.</summary>
    private static readonly int[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly char[][] _lines = [.. Enumerable.Range(0, rows).Select(_ => new string(Empty, columns).ToCharArray())];

    /// <summary>The width in dots.</summary>
    public int Width => columns * DotColumns;

    /// <summary>The height in dots.</summary>
    public int Height => rows * DotRows;

    /// <summary>Draws a dot; nothing outside of the picture.</summary>
    public void DrawDot(int x, int y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
        {
            _lines[y / DotRows][x / DotColumns] |= (char)Bits[(y % DotRows * DotColumns) + (x % DotColumns)];
        }
    }

    /// <summary>Draws a straight line.</summary>
    public void DrawLine(int fromX, int fromY, int toX, int toY)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(toX - fromX), Math.Abs(toY - fromY)));
        for (var step = 0; step <= steps; step++)
        {
            var share = (double)step / steps;
            DrawDot((int)Math.Round(fromX + (share * (toX - fromX))), (int)Math.Round(fromY + (share * (toY - fromY))));
        }
    }

    /// <summary>The rows of characters, from top to bottom.</summary>
    public IReadOnlyList<string> ToLines() => [.. _lines.Select(line => new string(line))];
}
