using System.Buffers;
using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Finds the root element of an XML file without parsing it. Detection must be fast and must not process a DTD. It must also identify the
/// format of a file that is not well-formed, so that its reader can report the place of the error.
/// </summary>
internal static class XmlRoot
{
    private const int MaxHead = 64 * 1024;

    /// <summary>The root element of nearly all files begins in so many bytes.</summary>
    private const int UsualHead = 256;

    private static readonly SearchValues<byte> EndOfName = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>The local name of the root element; null if this is not XML.</summary>
    public static string? NameOf(ReadOnlySpan<byte> content)
    {
        var isRoot = TryFindName(content[..Math.Min(content.Length, UsualHead)], out var name);
        if (!isRoot && content.Length > UsualHead)
        {
            TryFindName(content[..Math.Min(content.Length, MaxHead)], out name);
        }

        return name;
    }

    /// <summary>True if the root element begins in these bytes, and its name ends in them.</summary>
    private static bool TryFindName(ReadOnlySpan<byte> content, out string? name)
    {
        name = null;
        var text = ToUtf8(content);
        var root = FindRoot(text, out _);
        if (root < 0)
        {
            return false;
        }

        name = NameAt(text[(root + 1)..]);
        return text[(root + 1)..].ContainsAny(EndOfName);
    }

    /// <summary>The place of the document type definition before the root element; null without one.</summary>
    public static SourceLocation? FindDoctype(ReadOnlySpan<byte> content)
    {
        var text = ToUtf8(content[..Math.Min(content.Length, MaxHead)]);
        _ = FindRoot(text, out var doctype);
        if (doctype < 0)
        {
            return null;
        }

        var before = Encoding.UTF8.GetString(text[..doctype]);
        return SourceLocation.At(1 + before.AsSpan().Count('\n'), before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>The position of the root element, and of the document type definition before it; -1 if not found.</summary>
    private static int FindRoot(ReadOnlySpan<byte> text, out int doctype)
    {
        doctype = -1;
        var at = SkipSpace(text, 0);
        while (at < text.Length && text[at] == '<')
        {
            var rest = text[at..];
            if (rest.StartsWith("<!DOCTYPE"u8))
            {
                doctype = at;
            }

            var length = LengthOfMarkup(rest);
            if (length == 0)
            {
                return at;
            }

            if (length < 0)
            {
                return -1;
            }

            at = SkipSpace(text, at + length);
        }

        return -1;
    }

    private static int SkipSpace(ReadOnlySpan<byte> text, int at) => text.Length - text[at..].TrimStart(" \t\r\n\v\f"u8).Length;

    /// <summary>
    /// The length of a comment, processing instruction, or document type definition; 0 for anything else, -1 if it does not end.
    /// </summary>
    private static int LengthOfMarkup(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("<!--"u8))
        {
            return IndexAfter(text, "-->"u8);
        }

        if (text.StartsWith("<?"u8))
        {
            return IndexAfter(text, "?>"u8);
        }

        if (text.StartsWith("<!DOCTYPE"u8))
        {
            return EndOfDoctype(text);
        }

        return 0;
    }

    /// <summary>The text as UTF-8. In other encodings that contain ASCII, the markup before the root element is the same.</summary>
    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        }

        if (bytes.StartsWith("<\0"u8))
        {
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes));
        }

        if (bytes.StartsWith("\0<"u8))
        {
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes));
        }

        if (bytes.StartsWith(XmlStart.ByteOrderMark))
        {
            return bytes[XmlStart.ByteOrderMark.Length..];
        }

        return bytes;
    }

    private static int IndexAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end)
    {
        var index = text.IndexOf(end);
        if (index < 0)
        {
            return -1;
        }

        return index + end.Length;
    }

    /// <summary>An internal subset can contain '>' between its brackets.</summary>
    private static int EndOfDoctype(ReadOnlySpan<byte> text)
    {
        var close = text.IndexOf((byte)'>');
        var bracket = text.IndexOf((byte)'[');
        if (close < 0)
        {
            return -1;
        }

        if (bracket < 0 || bracket > close)
        {
            return close + 1;
        }

        if (text.IndexOf("]>"u8) is var end and >= 0)
        {
            return end + 2;
        }

        return -1;
    }

    private static string? NameAt(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(EndOfName);
        var name = Encoding.UTF8.GetString(text[..(end < 0 ? text.Length : end)]);
        var colon = name.LastIndexOf(':');
        if (name.Length == 0 || !char.IsLetter(name[0]))
        {
            return null;
        }

        return name[(colon + 1)..];
    }
}
