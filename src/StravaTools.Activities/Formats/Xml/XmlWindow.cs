using System.Buffers;
using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// A window that slides over the bytes of a file and computes the line and column of a position. Lines are counted only up to requested
/// positions. Columns are counted in UTF-16 units, as in .NET's reader.
/// </summary>
internal sealed class XmlWindow(Stream stream, int size) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);
    private int _end;
    private bool _isAtEnd;

    /// <summary>The last position whose line is known, and the one at the start of the window.</summary>
    private Mark _mark, _startMark = new(0, 1, 1, false);

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _end);

    /// <summary>
    /// Moves the start of the window to a position in it, and reads more bytes at the end. False, with nothing moved, if the file has no
    /// more bytes or the window has no space for them.
    /// </summary>
    public bool SlideWindow(int keepFrom)
    {
        if (_isAtEnd || _end - keepFrom == _buffer.Length)
        {
            return false;
        }

        _startMark = Advance(_mark.Place <= keepFrom && _mark.Line > 0 ? _mark : _startMark, keepFrom) with { Place = 0 };
        _mark = _startMark;
        Bytes[keepFrom..].CopyTo(_buffer);
        _end -= keepFrom;
        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _isAtEnd = read < _buffer.Length - _end;
        _end += read;
        return read > 0 || keepFrom > 0;
    }

    /// <summary>Line and column of a place in the window.</summary>
    public SourceLocation Locate(int place)
    {
        _mark = Advance(_mark.Place <= place && _mark.Line > 0 ? _mark : _startMark, place);
        return SourceLocation.At(_mark.Line, _mark.Column);
    }

    /// <summary>Counts lines from here on.</summary>
    public void BeginDocumentAt(int place, int line) => _startMark = _mark = new Mark(place, line, 1, false);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _end = 0;
    }

    private Mark Advance(Mark mark, int place)
    {
        var passed = _buffer.AsSpan(mark.Place, place - mark.Place);
        if (mark.EndsWithReturn || passed.Contains((byte)'\r'))
        {
            return AdvanceOverReturns(mark, passed, place);
        }

        var lastLine = passed.LastIndexOf((byte)'\n') + 1;
        if (lastLine == 0)
        {
            return mark with { Place = place, Column = mark.Column + Characters(passed) };
        }

        return new Mark(place, mark.Line + passed[..lastLine].Count((byte)'\n'), 1 + Characters(passed[lastLine..]), false);
    }

    /// <summary>A carriage return ends a line, and a line feed after it belongs to it.</summary>
    private static Mark AdvanceOverReturns(Mark mark, ReadOnlySpan<byte> passed, int place)
    {
        var (line, column, afterReturn) = (mark.Line, mark.Column, mark.EndsWithReturn);
        while (passed.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0)
        {
            var belongs = end == 0 && afterReturn && passed[0] == '\n';
            line += belongs ? 0 : 1;
            column = 1;
            afterReturn = passed[end] == '\r';
            passed = passed[(end + 1)..];
        }

        return new Mark(place, line, column + Characters(passed), afterReturn && passed.IsEmpty);
    }

    private static int Characters(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        return Encoding.UTF8.GetCharCount(text);
    }

    private readonly record struct Mark(int Place, int Line, int Column, bool EndsWithReturn);
}
