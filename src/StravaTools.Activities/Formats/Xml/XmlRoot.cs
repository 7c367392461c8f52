using System.Buffers;
using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Finds the root element of an XML file without parsing it: detection must cost nothing, must not process a DTD, and must still name the
/// format of a file that is not well-formed, so that its reader can say where it breaks.
/// </summary>
internal static class XmlRoot
{
    private const int LookAt = 64 * 1024;
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n/>");

    /// <summary>The local name of the root element; null if this is no XML.</summary>
    public static string? NameOf(ReadOnlySpan<byte> content)
    {
        var text = Decode(content[..Math.Min(content.Length, LookAt)]).AsSpan().TrimStart();
        while (text.StartsWith("<"))
        {
            var end = text.StartsWith("<!--") ? IndexAfter(text, "-->")
                : text.StartsWith("<?") ? IndexAfter(text, "?>")
                : text.StartsWith("<!DOCTYPE") ? EndOfDoctype(text)
                : 0;
            if (end < 0)
            {
                return null;
            }

            if (end == 0)
            {
                return NameAt(text[1..]);
            }

            text = text[end..].TrimStart();
        }

        return null;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        return Encoding.Latin1.GetString(bytes);
    }

    private static int IndexAfter(ReadOnlySpan<char> text, string end)
    {
        var index = text.IndexOf(end);
        if (index < 0)
        {
            return -1;
        }

        return index + end.Length;
    }

    /// <summary>An internal subset may hold '>' between its brackets.</summary>
    private static int EndOfDoctype(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('>');
        var bracket = text.IndexOf('[');
        if (bracket < 0 || bracket > close)
        {
            return close + 1;
        }

        if (text.IndexOf("]>") is var end and >= 0)
        {
            return end + 2;
        }

        return -1;
    }

    private static string? NameAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(EndOfName);
        var name = end < 0 ? text : text[..end];
        var colon = name.LastIndexOf(':');
        if (name.IsEmpty || !char.IsLetter(name[0]))
        {
            return null;
        }

        return name[(colon + 1)..].ToString();
    }
}
