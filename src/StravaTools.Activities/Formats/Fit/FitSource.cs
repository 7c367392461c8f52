namespace StravaTools.Activities.Formats.Fit;

/// <summary>The bytes of a FIT file: all of them in memory, or a window of a large file on the disk.</summary>
internal sealed class FitSource : IDisposable
{
    /// <summary>Many times as long as the longest message.</summary>
    private const int WindowSize = 4 * 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Stream? _stream;
    private byte[] _window = [];

    public FitSource(FileContent content)
    {
        if (content.IsInMemory)
        {
            _bytes = content.Bytes;
            Length = _bytes.Length;
        }
        else
        {
            _stream = content.Open();
            Length = (int)_stream.Length;
        }
    }

    public int Length { get; }

    /// <summary>The bytes from a position on: all up to the end, or as many as fit into the window. Valid until the next call.</summary>
    public ReadOnlySpan<byte> ReadWindow(int position, int end)
    {
        if (_stream is null)
        {
            return _bytes.Span[position..end];
        }

        if (_window.Length == 0)
        {
            _window = new byte[Math.Min(WindowSize, Length)];
        }

        _stream.Position = position;
        var length = Math.Min(end - position, _window.Length);
        return _window.AsSpan(0, _stream.ReadAtLeast(_window.AsSpan(0, length), length, throwOnEndOfStream: false));
    }

    /// <summary>The checksum of the bytes between two positions.</summary>
    public ushort ComputeCrc(int start, int end)
    {
        ushort crc = 0;
        while (start < end && ReadWindow(start, end) is { Length: > 0 } window)
        {
            crc = FitCrc.Compute(window, crc);
            start += window.Length;
        }

        return crc;
    }

    public void Dispose() => _stream?.Dispose();
}
