namespace StravaTools.Http.Transport;

/// <summary>
/// A body of unknown length in pieces. A single growing buffer would need several times the memory, and leave large garbage.
/// </summary>
internal sealed class BodyPieces
{
    private const int PieceLength = 64 * 1024;

    private readonly List<byte[]> _full = [];
    private byte[] _last = [];
    private int _used;

    public long Length { get; private set; }

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> FreeSpace
    {
        get
        {
            if (_used == _last.Length)
            {
                if (_used > 0)
                {
                    _full.Add(_last);
                }

                // Most bodies are small.
                _last = new byte[_full.Count == 0 && _used == 0 ? 4 * 1024 : PieceLength];
                _used = 0;
            }

            return _last.AsMemory(_used);
        }
    }

    /// <summary>Notes that bytes were written to <see cref="FreeSpace"/>.</summary>
    public void NoteWritten(int count)
    {
        _used += count;
        Length += count;
    }

    /// <summary>Returns the beginning of the body in one piece.</summary>
    public ReadOnlyMemory<byte> JoinPieces(int maxLength)
    {
        var body = new byte[Math.Min(Length, maxLength)];
        var position = 0;
        foreach (var piece in _full.Append(_last[.._used]))
        {
            var count = Math.Min(piece.Length, body.Length - position);
            piece.AsSpan(0, count).CopyTo(body.AsSpan(position));
            position += count;
        }

        return body;
    }
}
