using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// A window that slides over the bytes of a file and computes the line and column of a position. Lines are counted only up to requested
/// positions. Columns are counted in UTF-16 units, as in .NET's reader.
/// </summary>
internal sealed class XmlWindow : IDisposable
{
    private readonly Stream? _stream;
    private readonly int _size;
    private byte[] _buffer;

    /// <summary>The window in the buffer, and the end of the bytes in it that can be shown.</summary>
    private int _start, _end, _available;
    private bool _isAtEnd;

    /// <summary>The last position whose line is known, and the one at the start of the window.</summary>
    private Mark _mark, _startMark = new(0, 1, 1, false);

    /// <param name="file">The file.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="size">How many bytes of it the window shows at a time.</param>
    public XmlWindow(FileContent file, XmlStart start, int size)
    {
        _size = size;
        if (file.IsInMemory && MemoryMarshal.TryGetArray(file.Bytes, out var bytes))
        {
            _buffer = bytes.Array!;
            _start = _end = bytes.Offset + start.Offset;
            _available = bytes.Offset + bytes.Count;
        }
        else
        {
            _stream = start.OpenDocument(file);
            _buffer = ArrayPool<byte>.Shared.Rent(size);
        }
    }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>
    /// Moves the start of the window to a position in it, and shows more bytes at the end. False, with nothing moved, if the file has no
    /// more bytes or the window has no space for them.
    /// </summary>
    public bool SlideWindow(int keepFrom)
    {
        var kept = _end - _start - keepFrom;
        if (_isAtEnd || kept == _size)
        {
            return false;
        }

        _startMark = Advance(_mark.Place <= keepFrom && _mark.Line > 0 ? _mark : _startMark, keepFrom) with { Place = 0 };
        _mark = _startMark;
        _start += keepFrom;
        if (_stream is not null)
        {
            ReadOn(_stream, kept);
        }

        _end = (int)Math.Min(_available, (long)_start + _size);
        _isAtEnd = _end - _start < _size;
        return keepFrom > 0 || _end - _start > kept;
    }

    /// <summary>Line and column of a place in the window.</summary>
    public SourceLocation Locate(int place)
    {
        if (_mark.Place != place || _mark.Line == 0)
        {
            _mark = Advance(_mark.Place <= place && _mark.Line > 0 ? _mark : _startMark, place);
        }

        return SourceLocation.At(_mark.Line, _mark.Column);
    }

    /// <summary>
    /// Makes the line of a place known without counting, if the last place that was located was the other one.
    /// </summary>
    /// <param name="from">The other place.</param>
    /// <param name="to">The place.</param>
    /// <param name="lines">The number of lines that end between them; the text between has only ASCII.</param>
    /// <param name="column">The column of the place, if lines end.</param>
    public void PassLines(int from, int to, int lines, int column)
    {
        if (_mark.Place == from && _mark.Line > 0)
        {
            _mark = new Mark(to, _mark.Line + lines, lines == 0 ? _mark.Column + to - from : column, false);
        }
    }

    /// <summary>Counts lines from here on.</summary>
    public void BeginDocumentAt(int place, int line) => _startMark = _mark = new Mark(place, line, 1, false);

    public void Dispose()
    {
        if (_stream is not null)
        {
            _stream.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
        _start = _end = 0;
    }

    /// <summary>Moves the kept bytes to the beginning of the buffer, and fills the rest.</summary>
    private void ReadOn(Stream stream, int kept)
    {
        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        _start = 0;
        _available = kept + stream.ReadAtLeast(_buffer.AsSpan(kept, _size - kept), _size - kept, throwOnEndOfStream: false);
    }

    private Mark Advance(Mark mark, int place)
    {
        var passed = Bytes[mark.Place..place];
        if (mark.EndsWithReturn || !TryCountLines(passed, out var lines, out var lastLine))
        {
            return AdvanceOverReturns(mark, passed, place);
        }

        if (lines == 0)
        {
            return new Mark(place, mark.Line, mark.Column + Characters(passed), false);
        }

        return new Mark(place, mark.Line + lines, 1 + Characters(passed[lastLine..]), false);
    }

    /// <summary>False if the text has a carriage return that ends a line of its own.</summary>
    private static bool TryCountLines(ReadOnlySpan<byte> text, out int count, out int lastLine)
    {
        if (text.Contains((byte)'\r'))
        {
            return XmlLines.TryCount(text, out count, out lastLine);
        }

        count = text.Count((byte)'\n');
        lastLine = count == 0 ? 0 : text.LastIndexOf((byte)'\n') + 1;
        return true;
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
