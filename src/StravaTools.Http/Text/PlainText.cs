using System.Text.RegularExpressions;

namespace StravaTools.Http.Text;

/// <summary>Makes texts of a server safe to show: they must not control a terminal or begin a new line in a log.</summary>
internal static partial class PlainText
{
    /// <summary>The longest text that is shown in a message.</summary>
    public const int MaxLength = 500;

    /// <summary>
    /// Removes escape sequences and characters that control a terminal or the direction of writing. ASCII line breaks remain.
    /// </summary>
    public static string RemoveControls(string text) =>
        LineSeparators().Replace(Controls().Replace(EscapeSequences().Replace(text, ""), ""), " ");

    /// <summary>Returns the text in one line without control characters.</summary>
    public static string ToOneLine(string text) => RemoveControls(Spaces().Replace(text, " ")).Trim();

    /// <summary>Returns the text in one line that fits into a message.</summary>
    public static string ToMessage(string text) => Shorten(ToOneLine(text), MaxLength);

    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "...";
    }

    /// <summary>CSI, OSC and the other sequences of ECMA-48, in their 7-bit and 8-bit forms.</summary>
    [GeneratedRegex("(?:\x1B\\[|\x9B)[0-?]*[ -/]*[@-~]|(?:\x1B[\\]PX^_]|[\x9D\x90\x98\x9E\x9F])[^\x07\x1B\x9C]*(?:\x07|\x1B\\\\|\x9C)"
        + "|\x1B[ -/]*[0-~]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapeSequences();

    /// <summary>C0 and C1 without tab and line breaks, and the characters that change the direction of writing.</summary>
    [GeneratedRegex("[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Controls();

    /// <summary>The line breaks that are not ASCII.</summary>
    [GeneratedRegex("[\u0085\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineSeparators();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
