using System.Buffers;
using System.Text;
using System.Text.Unicode;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Scans well-formed UTF-8 documents without a DTD. At anything else it gives up, and the document must be read from its beginning by
/// <see cref="XmlReaderWalk"/>. It never reports errors itself; XmlReader is the only authority on well-formedness.
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
    private readonly List<XmlName> _open = [];

    /// <summary>The text of the innermost element, if comments and the like interrupt it.</summary>
    private readonly XmlText _text = new();

    /// <summary>After the last markup that was read.</summary>
    private int _position;

    /// <summary>The name in the tag that is being read.</summary>
    private int _namePosition;

    private bool _hasRootEnded;

    private enum Outcome
    {
        Read,
        NeedsMore,
        IsUnusual,
        IsEnough,
    }

    public SourceLocation Location => _window.Locate(_namePosition);

    public string Prefix => _open.Count == 0 ? "" : _open[^1].Prefix;

    /// <summary>False if the document has something unusual: the reader has then seen only a part of it.</summary>
    /// <param name="line">The line that the document begins on.</param>
    /// <param name="cancellationToken">Cancels the scan.</param>
    public bool TryScan(int line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!BeginDocument(line))
        {
            return false;
        }

        while (true)
        {
            switch (ReadMarkup(_window.Bytes[_position..]))
            {
                case Outcome.IsUnusual:
                    return false;
                case Outcome.IsEnough:
                    return true;
                case Outcome.NeedsMore:
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!ReadOn())
                    {
                        return _hasRootEnded && XmlText.IsBlank(_window.Bytes[_position..]);
                    }

                    break;
            }
        }
    }

    public void Dispose() => _window.Dispose();

    /// <summary>True if the document begins with an element, or with a declaration that names UTF-8 or no encoding.</summary>
    private bool BeginDocument(int line)
    {
        _window.SlideWindow(0);
        var bytes = _window.Bytes;
        _position = bytes.StartsWith(XmlStart.ByteOrderMark) ? XmlStart.ByteOrderMark.Length : 0;
        _window.BeginDocumentAt(_position, line);
        bytes = bytes[_position..];
        if (!IsDeclaration(bytes))
        {
            return bytes.StartsWith("<"u8);
        }

        var end = bytes.IndexOf("?>"u8);
        if (end < 0 || !IsPlainDeclaration(bytes[..end]))
        {
            return false;
        }

        _position += end + 2;
        return true;
    }

    private static bool IsDeclaration(ReadOnlySpan<byte> document) =>
        document.StartsWith("<?xml"u8) && document.Length > 5 && document[5] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsPlainDeclaration(ReadOnlySpan<byte> declaration)
    {
        var text = Encoding.Latin1.GetString(declaration).TrimEnd().Replace('\'', '"');
        foreach (var standalone in (string[])["", " standalone=\"no\"", " standalone=\"yes\""])
        {
            if (text.Equals("<?xml version=\"1.0\"" + standalone, StringComparison.Ordinal)
                || text.Equals("<?xml version=\"1.0\" encoding=\"UTF-8\"" + standalone, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadOn()
    {
        if (!_window.SlideWindow(_position))
        {
            return false;
        }

        _position = 0;
        return true;
    }

    private Outcome ReadMarkup(ReadOnlySpan<byte> rest)
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

        if (_open.Count == 0 && !XmlText.IsBlank(rest[..text.Length]))
        {
            return Outcome.IsUnusual;
        }

        if (tag[1] == '/')
        {
            return ReadEndTag(rest, text);
        }

        return tag[1] switch
        {
            (byte)'!' or (byte)'?' => SkipOtherMarkup(rest, text),
            _ => ReadStartTag(rest, text.Length),
        };
    }

    private Outcome ReadEndTag(ReadOnlySpan<byte> rest, TextRun text)
    {
        if (_open.Count == 0)
        {
            return Outcome.IsUnusual;
        }

        var name = _open[^1].Written;
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
        LeaveElement(rest[..text.Length], text.HasReferences);
        return Outcome.Read;
    }

    private void LeaveElement(ReadOnlySpan<byte> text, bool hasReferences)
    {
        if (!_text.IsEmpty)
        {
            _text.Append(XmlReferences.Decode(text));
            reader.LeaveElement(_text.Bytes);
            _text.Clear();
            return;
        }

        if (hasReferences)
        {
            text = XmlReferences.Decode(text);
        }

        if (XmlText.IsBlank(text))
        {
            reader.LeaveElement([]);
            return;
        }

        // With references, line ends are decoded already, and a carriage return is meant.
        if (!hasReferences && text.Contains((byte)'\r'))
        {
            text = XmlReferences.NormalizeLineEnds(text);
        }

        reader.LeaveElement(text);
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

        return FindTagAfter(rest, Math.Max(end, 0), out text);
    }

    /// <summary>The same for text that has more than plain ASCII from a place on.</summary>
    private static Outcome FindTagAfter(ReadOnlySpan<byte> rest, int from, out TextRun text)
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
            var stop = rest[from..];
            switch (rest[from])
            {
                case (byte)'<':
                    text = new TextRun(from, hasReferences);
                    return IsCleanText(rest[..from]) ? Outcome.Read : Outcome.IsUnusual;
                case (byte)'&' when XmlReferences.LengthAt(stop) is var length and > 0:
                    hasReferences = true;
                    from += length;
                    break;
                case (byte)'&' when stop.Length < XmlReferences.MaxLength:
                case (byte)']' when stop.Length < 3:
                    return Outcome.NeedsMore;
                case (byte)']' when !stop.StartsWith("]]>"u8):
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

    private static IEnumerable<byte> Forbidden() => Enumerable.Range(0, ' ').Where(value => value is not ('\t' or '\r' or '\n')).Select(value => (byte)value);

    private static IEnumerable<byte> NonAscii() => Enumerable.Range(FirstNonAscii, byte.MaxValue + 1 - FirstNonAscii).Select(value => (byte)value);

    /// <summary>The text before a tag.</summary>
    private readonly record struct TextRun(int Length, bool HasReferences);
}
