using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// The tags of a point, which predict those of the next one: programs write the same markup for each point, and only values differ. The
/// bytes between the values are compared and not parsed. Values may only have characters of numbers and times, which no markup contains, so
/// that a point with this pattern is as well-formed as the point that was recorded.
/// </summary>
internal sealed class XmlPointPattern
{
    private const int MaxBytes = 4096;
    private const int MaxValues = 64;
    private const int MaxTags = 128;

    /// <summary>Patterns that predict nothing are recorded less and less often, at least once in this number of points.</summary>
    private const int MaxPause = 64;

    /// <summary>The bytes between the values, one piece after the other, and the end of each piece.</summary>
    private readonly byte[] _markup = new byte[MaxBytes];
    private readonly int[] _ends = new int[MaxValues + 1];
    private int _pieces;

    /// <summary>The beginning of each piece in the point that was compared last.</summary>
    private readonly int[] _starts = new int[MaxValues + 1];

    private readonly List<XmlPatternTag> _tags = [];
    private XmlPatternPlace[] _values = new XmlPatternPlace[16];
    private int _valueCount;

    /// <summary>While a point is recorded, the beginning of the current piece in the window; otherwise -1.</summary>
    private int _pieceStart = -1;
    private bool _isReady;
    private bool _hasPredicted = true;
    private int _pause, _nextPause;

    public bool IsRecording => _pieceStart >= 0;

    public ReadOnlySpan<XmlPatternTag> Tags => CollectionsMarshal.AsSpan(_tags);

    /// <summary>The number of lines that end in a point.</summary>
    public int Lines { get; private set; }

    /// <summary>The column of the point's name if there are lines.</summary>
    public int Column { get; private set; }

    /// <summary>Starts to record a point, possibly not each time.</summary>
    /// <param name="from">The position in the window after the markup before the point.</param>
    public void BeginPoint(int from)
    {
        if (_pause > 0)
        {
            _pause--;
            return;
        }

        _nextPause = _hasPredicted ? 0 : Math.Min((2 * _nextPause) + 1, MaxPause);
        _pause = _nextPause;
        _pieceStart = from;
        _pieces = 0;
        _tags.Clear();
        _valueCount = 0;
        _isReady = _hasPredicted = false;
    }

    /// <summary>Adds a start tag. Its attributes must be added as values.</summary>
    public void AddStart(XmlName name, int nameAt, int attributes) => AddTag(name, name.Attributes, nameAt, attributes);

    /// <summary>Adds an end tag. Its text, if any, must have been added as a value.</summary>
    public void AddEnd(XmlName name, int nameAt, bool hasText) => AddTag(name, null, nameAt, hasText ? 1 : 0);

    /// <summary>Adds the value of an attribute, or the text before an end tag.</summary>
    /// <param name="window">The bytes of the window.</param>
    /// <param name="at">The position in the window.</param>
    /// <param name="length">The length.</param>
    public void AddValue(ReadOnlySpan<byte> window, int at, int length)
    {
        if (!IsRecording || length == 0 || CountValueBytes(window[at..]) != length || _pieces == MaxValues)
        {
            AddValue(FindPlace(at, length));
            return;
        }

        AddValue(FindPlace(at, -1));
        AddPiece(window[_pieceStart..at]);
        _pieceStart = IsRecording ? at + length : -1;
    }

    /// <summary>Ends recording. True if the point can predict the next one.</summary>
    /// <param name="window">The bytes of the window up to the end of the point.</param>
    public bool EndPoint(ReadOnlySpan<byte> window)
    {
        if (IsRecording)
        {
            AddPiece(window[_pieceStart..]);
        }

        if (IsRecording)
        {
            Abort();
            var markup = _markup.AsSpan(0, _ends[_pieces - 1]);
            var lineEnd = markup[.._tags[0].NamePlace.Offset].LastIndexOf((byte)'\n');
            _isReady = XmlLines.TryCount(markup, out var lines, out _) && (lines == 0 || lineEnd >= 0) && Ascii.IsValid(markup);
            Lines = lines;
            Column = _tags[0].NamePlace.Offset - lineEnd;
        }

        return _isReady;
    }

    /// <summary>Stops recording: the point has markup that is not a tag, or is too long.</summary>
    public void Abort() => _pieceStart = -1;

    /// <summary>The length of the point that the bytes begin with, if it has this pattern; otherwise 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Match(ReadOnlySpan<byte> bytes)
    {
        if (!_isReady)
        {
            return 0;
        }

        var at = 0;
        var start = 0;
        for (var piece = 0; piece < _pieces; piece++)
        {
            if (piece > 0)
            {
                var length = CountValueBytes(bytes[at..]);
                if (length < 0)
                {
                    return 0;
                }

                at += length;
            }

            var end = _ends[piece];
            var expected = _markup.AsSpan(start, end - start);
            if (expected.Length > bytes.Length - at || !bytes.Slice(at, expected.Length).SequenceEqual(expected))
            {
                return 0;
            }

            _starts[piece] = at;
            at += expected.Length;
            start = end;
        }

        _hasPredicted = true;
        _pause = 0;
        return at;
    }

    /// <summary>The position of a name or value in the point that was compared last.</summary>
    public int PositionOf(XmlPatternPlace place) => _starts[place.Piece] + place.Offset;

    /// <summary>The value of a tag in the point that was compared last: its position and its length.</summary>
    public (int At, int Length) FindValue(int index)
    {
        var place = _values[index];
        var at = PositionOf(place);
        return (at, place.Length < 0 ? _starts[place.Piece + 1] - at : place.Length);
    }

    private void AddTag(XmlName name, XmlAttributeName[]? attributes, int nameAt, int values)
    {
        if (_tags.Count == MaxTags)
        {
            Abort();
        }

        if (IsRecording)
        {
            var firstValue = attributes is null ? _valueCount - values : _valueCount;
            _tags.Add(new XmlPatternTag(name, attributes, FindPlace(nameAt, name.Written.Length), firstValue, values));
        }
    }

    private void AddValue(XmlPatternPlace place)
    {
        if (_valueCount == _values.Length)
        {
            Array.Resize(ref _values, 2 * _valueCount);
        }

        _values[_valueCount++] = place;
    }

    private XmlPatternPlace FindPlace(int at, int length) => new(_pieces, at - _pieceStart, length);

    private void AddPiece(ReadOnlySpan<byte> piece)
    {
        var start = _pieces == 0 ? 0 : _ends[_pieces - 1];
        if (start + piece.Length > MaxBytes)
        {
            Abort();
            return;
        }

        piece.CopyTo(_markup.AsSpan(start));
        _ends[_pieces++] = start + piece.Length;
    }

    /// <summary>Counts the bytes of a number or time: digits, signs, points, colons, T, and Z; -1 if the window ends too early.</summary>
    private static int CountValueBytes(ReadOnlySpan<byte> text)
    {
        for (var at = 0; text.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.Create(text[at..]);
            var isValue = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'+'), Vector256.Create((byte)(':' - '+')))
                | Vector256.Equals(bytes, Vector256.Create((byte)'T')) | Vector256.Equals(bytes, Vector256.Create((byte)'Z'));
            if (isValue.ExtractMostSignificantBits() is var mask and not uint.MaxValue)
            {
                return at + BitOperations.TrailingZeroCount(~mask);
            }
        }

        return -1;
    }
}
