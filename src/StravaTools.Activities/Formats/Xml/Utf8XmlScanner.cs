using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Scans well-formed UTF-8 documents without a DTD. It stops at anything else; <see cref="XmlReaderWalk"/> must then read the document
/// from its beginning. It never reports errors itself; XmlReader is the only authority on well-formedness.
/// </summary>
internal sealed partial class Utf8XmlScanner(XmlWindow window, XmlNameTable names, XmlActivityReader reader) : IXmlSource
{
    private const byte FirstNonAscii = 0x80;

    /// <summary>
    /// Bytes that end plain text, or need a second look: markup, references, the end of CDATA, forbidden characters, and non-ASCII.
    /// </summary>
    private static readonly SearchValues<byte> TextStops = SearchValues.Create([.. "<&]"u8, .. Forbidden(), .. NonAscii()]);

    /// <summary>The same without non-ASCII, for text that contains non-ASCII.</summary>
    private static readonly SearchValues<byte> AsciiTextStops = SearchValues.Create([.. "<&]"u8, .. Forbidden()]);

    private static readonly SearchValues<byte> ForbiddenBytes = SearchValues.Create([.. Forbidden()]);

    private readonly XmlWindow _window = window;
    private readonly XmlNameTable _names = names;

    /// <summary>The text of the innermost element, if comments and the like interrupt it; null if that never happened.</summary>
    private XmlText? _text;
    private bool _hasPieces;

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

    public string GetString(ReadOnlySpan<byte> text)
    {
        // Pieces are already decoded. A carriage return in them was written as a reference.
        var value = Encoding.UTF8.GetString(text);
        if (_hasPieces)
        {
            return value;
        }

        return XmlReferences.NormalizeLineEnds(value);
    }

    /// <summary>False if the document has unusual markup; the reader has then received only a part of it.</summary>
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
            switch (ReadNext())
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

    /// <summary>True if the document begins with an element, or with a declaration that names UTF-8 or no encoding.</summary>
    private bool BeginDocument(int line)
    {
        StopRecording();
        _window.SlideWindow(0);
        var bytes = _window.Bytes;
        _position = bytes.StartsWith(XmlStart.ByteOrderMark) ? XmlStart.ByteOrderMark.Length : 0;
        _window.BeginDocumentAt(_position, line);
        bytes = bytes[_position..];
        if (!XmlStart.IsDeclaration(bytes))
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

    private static bool IsPlainDeclaration(ReadOnlySpan<byte> declaration)
    {
        if (declaration.SequenceEqual("<?xml version=\"1.0\" encoding=\"UTF-8\""u8))
        {
            return true;
        }

        var written = Encoding.Latin1.GetString(declaration).TrimEnd();
        var text = written.Replace('\'', '"');
        if (!HasMatchingQuotes(written))
        {
            return false;
        }

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

    private static bool HasMatchingQuotes(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('"', '\'') is >= 0 and var start)
        {
            var rest = text[(start + 1)..];
            var end = rest.IndexOfAny('"', '\'');
            if (end < 0 || rest[end] != text[start])
            {
                return false;
            }

            text = rest[(end + 1)..];
        }

        return true;
    }

    /// <summary>The length of plain text; -1 if the window ends before the next markup. Most texts are short.</summary>
    private static int FindTextStop(ReadOnlySpan<byte> rest)
    {
        if (rest.Length >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(rest);
            var isForbidden = Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                & ~(Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'\r'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\t')));
            var stops = isForbidden | Vector128.Equals(bytes, Vector128.Create((byte)'<'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'&')) | Vector128.Equals(bytes, Vector128.Create((byte)']'));
            if (stops != Vector128<byte>.Zero)
            {
                return BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());
            }
        }

        return rest.IndexOfAny(TextStops);
    }

    private bool ReadOn()
    {
        if (!_window.SlideWindow(_position))
        {
            return false;
        }

        _position = 0;
        StopRecording();
        return true;
    }

    private Outcome ReadNext()
    {
        var rest = _window.Bytes[_position..];
        if (_hasEnded && _last is { IsPoint: true } && reader.Depth > 0 && !_hasPieces && _pattern.Match(rest) is > 0 and var length)
        {
            return ReadPredictedPoint(length);
        }

        return ReadMarkup(rest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome ReadMarkup(ReadOnlySpan<byte> rest)
    {
        var textLength = FindTextStop(rest);
        var hasReferences = false;
        if (textLength < 0 || rest[textLength] != '<')
        {
            var outcome = FindTagAfter(rest, Math.Max(textLength, 0), out var length, out var references);
            if (outcome != Outcome.Read)
            {
                return outcome;
            }

            textLength = length;
            hasReferences = references;
        }

        if (rest.Length - textLength < 2)
        {
            return Outcome.NeedsMore;
        }

        if (reader.Depth == 0 && !XmlText.IsBlank(rest[..textLength]))
        {
            return Outcome.IsUnusual;
        }

        if (rest[textLength + 1] == '/')
        {
            return ReadEndTag(rest, textLength, hasReferences);
        }

        return ReadStartTag(rest, textLength);
    }

    private Outcome ReadEndTag(ReadOnlySpan<byte> rest, int textLength, bool hasReferences)
    {
        if (reader.Depth == 0)
        {
            return Outcome.IsUnusual;
        }

        var name = reader.Current;
        var nameAt = textLength + 2;
        var close = nameAt + name.Written.Length;
        if (close >= rest.Length)
        {
            return Outcome.NeedsMore;
        }

        if (rest[close] != '>' || !rest[nameAt..close].SequenceEqual(name.Written))
        {
            return Outcome.IsUnusual;
        }

        _namePosition = _position + nameAt;
        _position += close + 1;
        _last = name;
        _hasEnded = true;
        _hasRootEnded = reader.Depth == 1;
        var text = rest[..textLength];
        if (hasReferences || _hasPieces)
        {
            StopRecording();
            LeaveElementWithDecodedText(text);
            return Outcome.Read;
        }

        // Clean text has no other characters up to the space than white space.
        var hasText = textLength > 0 && (text[0] > ' ' || text.ContainsAnyExceptInRange((byte)0, (byte)' '));
        if (_pattern.IsRecording)
        {
            RecordEnd(name, hasText ? textLength : 0, close + 1);
        }

        reader.LeaveElement(hasText ? text : []);
        return Outcome.Read;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveElementWithDecodedText(ReadOnlySpan<byte> lastPiece)
    {
        AddText(lastPiece);
        reader.LeaveElement(_text is null ? [] : _text.Bytes);
        ClearText();
    }

    /// <summary>Finds the next markup after text that is not plain ASCII from the given position.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Outcome FindTagAfter(ReadOnlySpan<byte> rest, int from, out int textLength, out bool hasReferences)
    {
        textLength = 0;
        hasReferences = false;
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
                    textLength = from;
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

    /// <summary>True if the text is valid UTF-8 with only characters that XML allows.</summary>
    private static bool IsCleanText(ReadOnlySpan<byte> text) =>
        !text.ContainsAny(ForbiddenBytes) && (!text.ContainsAnyInRange(FirstNonAscii, byte.MaxValue) || IsCleanUtf8(text));

    private static bool IsCleanUtf8(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0;

    private static IEnumerable<byte> Forbidden() =>
        Enumerable.Range(0, ' ').Where(value => value is not ('\t' or '\r' or '\n')).Select(value => (byte)value);

    private static IEnumerable<byte> NonAscii() =>
        Enumerable.Range(FirstNonAscii, byte.MaxValue + 1 - FirstNonAscii).Select(value => (byte)value);
}
