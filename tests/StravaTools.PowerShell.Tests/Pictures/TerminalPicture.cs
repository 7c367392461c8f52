using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace StravaTools.PowerShell.Tests.Pictures;

/// <summary>Draws the output of a terminal as SVG.</summary>
internal static partial class TerminalPicture
{
    private const int Columns = 80;
    private const int LineHeight = 17;
    private const double CharacterWidth = 8.4;
    private const int Margin = 16;

    /// <summary>Converts text with escape sequences for colors. Blank lines are drawn once.</summary>
    public static string ToSvg(string output)
    {
        var lines = ReadLines(output);
        var width = (int)(Columns * CharacterWidth) + (2 * Margin);
        var height = (lines.Count * LineHeight) + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" width=\"{width}\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>\n");
        svg.Append("<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" ");
        svg.Append("fill=\"#d8dee9\" xml:space=\"preserve\">\n");
        for (var line = 0; line < lines.Count; line++)
        {
            DrawLine(svg, lines[line], Margin + ((line + 1) * LineHeight) - 4);
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static List<string> ReadLines(string output)
    {
        var lines = new List<string>();
        foreach (var line in output.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(line.TrimEnd());
            }
        }

        return lines;
    }

    private static void DrawLine(StringBuilder svg, string line, int y)
    {
        var column = 0;
        var style = "";
        foreach (Match part in Parts().Matches(line))
        {
            if (part.Groups["codes"].Success)
            {
                style = string.Concat(part.Groups["codes"].Value.Split(';').Select(StyleOf));
                continue;
            }

            DrawText(svg, part.Value, column, y, style);
            column += part.Length;
        }
    }

    // Each word has its own position and width, because the widths of fonts differ, above all those of braille.
    private static void DrawText(StringBuilder svg, string text, int column, int y, string style)
    {
        foreach (Match word in Words().Matches(text))
        {
            var x = Margin + ((column + word.Index) * CharacterWidth);
            var length = word.Length * CharacterWidth;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{length:0.#}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"lengthAdjust=\"spacingAndGlyphs\"{style}>");
            svg.Append(WebUtility.HtmlEncode(word.Value)).Append("</text>\n");
        }
    }

    private static string StyleOf(string code) => code switch
    {
        "1" => " font-weight=\"bold\"",
        "31" => " fill=\"#f2777a\"",
        "32" => " fill=\"#99cc99\"",
        "33" => " fill=\"#ffcc66\"",
        "34" => " fill=\"#6fb3f2\"",
        "35" => " fill=\"#cc99cc\"",
        "36" => " fill=\"#66cccc\"",
        "90" => " fill=\"#7f8490\"",
        _ => "",
    };

    [GeneratedRegex(@"\e\[(?<codes>[\d;]*)m|[^\e]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();

    // Blank braille is a character for fonts, but nothing to see.
    [GeneratedRegex("[^ \u2800]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
