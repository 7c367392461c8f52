using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Walks over plain XML: UTF-8 without DTD, CDATA, processing instructions or character references, well-formed. At anything else it stops, and
/// <see cref="RemainingDocument"/> gives .NET's reader what it needs to go on from there. It never reports an error of its own, so that there is one
/// judge of what is well-formed.
/// </summary>
internal sealed partial class Utf8XmlScanner(Stream stream, XmlActivityReader reader, int windowSize) : IXmlSource, IDisposable
{
    private const byte FirstNonAscii = 0x80;

    /// <summary>Bytes that end plain text, or need a second look: markup, references, the end of CDATA, what XML forbids, and what is not ASCII.</summary>
    private static readonly SearchValues<byte> TextStops = SearchValues.Create([.. "<&]"u8, .. Forbidden(), .. NonAscii()]);

    /// <summary>The same but for what is not ASCII, for text that was seen to have some.</summary>
    private static readonly SearchValues<byte> AsciiTextStops = SearchValues.Create([.. "<&]"u8, .. Forbidden()]);

    private static readonly SearchValues<byte> ForbiddenBytes = SearchValues.Create([.. Forbidden()]);

    private readonly XmlWindow _window = new(stream, windowSize);
    private readonly XmlNameTable _names = new();
    private readonly List<OpenElement> _open = [];

    /// <summary>Behind the last tag that was read: where the rest begins.</summary>
    private int _position;

    /// <summary>The name in the tag that is being read.</summary>
    private int _namePosition;

    private bool _hasRootEnded;
    private bool _wasStartTag;

    private enum Outcome
    {
        Read,
        NeedsMore,
        IsUnusual,
        IsEnough,
    }

    public SourceLocation Location => _window.Locate(_namePosition);

    public string Prefix => _open.Count == 0 ? "" : _open[^1].Name.Prefix;

    /// <summary>Reads as far as it can. True if that is to the end, or to where the reader wants no more.</summary>
    public bool Scan(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!BeginDocument())
        {
            return false;
        }

        while (true)
        {
            switch (ReadTag(_window.Bytes[_position..]))
            {
                case Outcome.IsUnusual:
                    return false;
                case Outcome.IsEnough:
                    return true;
                case Outcome.NeedsMore:
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!ReadOn())
                    {
                        return _hasRootEnded && IsBlank(_window.Bytes[_position..]);
                    }

                    break;
            }
        }
    }

    public void Dispose() => _window.Dispose();

    /// <summary>Slides the window. Where the open elements began must be known before their bytes are gone.</summary>
    private bool ReadOn()
    {
        var open = CollectionsMarshal.AsSpan(_open);
        foreach (ref var element in open)
        {
            Locate(ref element);
        }

        var read = _window.SlideWindow(_position);
        _position = read ? 0 : _position;
        return read;
    }

    private void Locate(ref OpenElement element)
    {
        if (element.Location.Line is null)
        {
            element.Location = _window.Locate(element.Position);
        }
    }

    private Outcome ReadTag(ReadOnlySpan<byte> rest)
    {
        var outcome = FindTag(rest, out var text);
        if (outcome != Outcome.Read)
        {
            return outcome;
        }

        var tag = rest[text.Length..];
        if (tag.Length < 2)
        {
            return Outcome.NeedsMore;
        }

        if (_open.Count == 0 && !IsBlank(rest[..text.Length]))
        {
            return Outcome.IsUnusual;
        }

        if (tag[1] == '/')
        {
            return ReadEndTag(rest, text);
        }

        if (tag[1] == '!')
        {
            return SkipComment(rest, text);
        }

        return ReadStartTag(rest, text.Length);
    }

    private Outcome ReadEndTag(ReadOnlySpan<byte> rest, TextRun text)
    {
        if (_open.Count == 0)
        {
            return Outcome.IsUnusual;
        }

        var name = _open[^1].Name.Written;
        var nameAt = text.Length + 2;
        var close = nameAt + name.Length;
        if (close >= rest.Length)
        {
            return Outcome.NeedsMore;
        }

        if (!rest[nameAt..close].SequenceEqual(name) || rest[close] != '>')
        {
            return Outcome.IsUnusual;
        }

        _namePosition = _position + nameAt;
        _position += close + 1;
        _open.RemoveAt(_open.Count - 1);
        _hasRootEnded = _open.Count == 0;
        _wasStartTag = false;
        reader.LeaveElement(TrimmedValue(rest[..text.Length], text.HasReferences));
        return Outcome.Read;
    }

    private Outcome SkipComment(ReadOnlySpan<byte> rest, TextRun text)
    {
        var comment = rest[text.Length..];
        if (comment.Length < 4)
        {
            return Outcome.NeedsMore;
        }

        // Text around a comment would be one text in two pieces.
        if (!comment.StartsWith("<!--"u8) || !IsBlank(rest[..text.Length]))
        {
            return Outcome.IsUnusual;
        }

        var content = comment[4..];
        var end = content.IndexOf("--"u8);
        if (end < 0 || end + 2 >= content.Length)
        {
            return Outcome.NeedsMore;
        }

        if (content[end + 2] != '>' || !IsCleanText(content[..end]))
        {
            return Outcome.IsUnusual;
        }

        _position += text.Length + 4 + end + 3;
        _wasStartTag = false;
        return Outcome.Read;
    }

    /// <summary>The text up to the next tag.</summary>
    private static Outcome FindTag(ReadOnlySpan<byte> rest, out TextRun text)
    {
        var end = rest.IndexOfAny(TextStops);
        if (end >= 0 && rest[end] == '<')
        {
            text = new TextRun(end, false);
            return Outcome.Read;
        }

        return FindTagBehind(rest, Math.Max(end, 0), out text);
    }

    /// <summary>The same for text that holds more than plain characters from a place on.</summary>
    private static Outcome FindTagBehind(ReadOnlySpan<byte> rest, int from, out TextRun text)
    {
        text = default;
        var hasReferences = false;
        while (true)
        {
            var end = rest[from..].IndexOfAny(AsciiTextStops);
            if (end < 0)
            {
                return Outcome.NeedsMore;
            }

            from += end;
            var behind = rest[from..];
            switch (rest[from])
            {
                case (byte)'<':
                    text = new TextRun(from, hasReferences);
                    return IsCleanText(rest[..from]) ? Outcome.Read : Outcome.IsUnusual;
                case (byte)'&' when XmlReferences.LengthAt(behind) is var length and > 0:
                    hasReferences = true;
                    from += length;
                    break;
                case (byte)'&' when behind.Length < XmlReferences.Longest:
                case (byte)']' when behind.Length < 3:
                    return Outcome.NeedsMore;
                case (byte)']' when !behind.StartsWith("]]>"u8):
                    from++;
                    break;
                default:
                    return Outcome.IsUnusual;
            }
        }
    }

    /// <summary>Only characters that XML allows, in proper UTF-8.</summary>
    private static bool IsCleanText(ReadOnlySpan<byte> text) =>
        !text.ContainsAny(ForbiddenBytes) && (!text.ContainsAnyInRange(FirstNonAscii, byte.MaxValue) || IsCleanUtf8(text));

    private static bool IsCleanUtf8(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0;

    private static ReadOnlySpan<byte> TrimmedValue(ReadOnlySpan<byte> text, bool hasReferences)
    {
        if (IsBlank(text))
        {
            return [];
        }

        if (hasReferences)
        {
            return XmlReferences.Replace(text);
        }

        return text;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IsEmpty || (text[0] <= ' ' && text.IndexOfAnyExcept(" \t\r\n"u8) < 0);

    private static IEnumerable<byte> Forbidden() => Enumerable.Range(0, ' ').Where(value => value is not ('\t' or '\r' or '\n')).Select(value => (byte)value);

    private static IEnumerable<byte> NonAscii() => Enumerable.Range(FirstNonAscii, byte.MaxValue + 1 - FirstNonAscii).Select(value => (byte)value);

    /// <summary>The text before a tag.</summary>
    private readonly record struct TextRun(int Length, bool HasReferences);

    /// <summary>An element whose end was not met yet: its name, where that stands in the window, and from the window's next move on its line and column.</summary>
    private record struct OpenElement(XmlName Name, int Position, SourceLocation Location);
}
