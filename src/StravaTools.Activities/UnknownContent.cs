using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities;

/// <summary>Describes content of an unknown format, so that a user recognizes what was saved under the name of an activity.</summary>
internal static class UnknownContent
{
    private const int LookAt = 512;

    public static string Describe(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK"u8))
        {
            return "it is a zip archive";
        }

        if (GzipContent.IsGzip(content))
        {
            return "it is a gzip inside a gzip";
        }

        if (XmlRoot.NameOf(content) is { } root)
        {
            return $"it is XML with the root element <{root}>";
        }

        var start = content.TrimStart(" \t\r\n"u8);
        if (LooksLikeMarkup(start))
        {
            return "it looks like XML or HTML";
        }

        if (IsUtf16(content))
        {
            return "it is text in UTF-16; JSON must be UTF-8";
        }

        if (content[..Math.Min(content.Length, LookAt)].ContainsAnyInRange((byte)0, (byte)8))
        {
            return "it is binary data of an unknown kind";
        }

        if (start.StartsWith("["u8))
        {
            return "it is a JSON array; a workout is an object";
        }

        return "it is plain text";
    }

    /// <summary>True for a tag, a comment, or a declaration; a comment of PowerShell, which begins with &lt;#, is text.</summary>
    private static bool LooksLikeMarkup(ReadOnlySpan<byte> start) =>
        start is [(byte)'<', var next, ..] && (char.IsAsciiLetter((char)next) || "!?/"u8.Contains(next));

    /// <summary>A byte order mark, or a zero in each of the first characters: PowerShell 5.1 writes text like this.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]))
        {
            return true;
        }

        return content.Length >= 4 && (content[..4] is [> 8, 0, > 8, 0] or [0, > 8, 0, > 8]);
    }
}
