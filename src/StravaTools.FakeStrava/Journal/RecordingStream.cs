namespace StravaTools.FakeStrava.Journal;

/// <summary>Passes a request body through and keeps its beginning.</summary>
internal sealed class RecordingStream(Stream body) : Stream
{
    private readonly MemoryStream _recorded = new();

    /// <summary>The bytes that were read so far.</summary>
    public long LengthSoFar { get; private set; }

    /// <summary>At most <see cref="JournalEntry.MaxBodyLength"/> bytes.</summary>
    public ReadOnlyMemory<byte> Recorded => _recorded.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => LengthSoFar;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        Record(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = body.Read(buffer, offset, count);
        Record(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Record(ReadOnlySpan<byte> bytes)
    {
        LengthSoFar += bytes.Length;
        var room = JournalEntry.MaxBodyLength - (int)_recorded.Length;
        _recorded.Write(bytes[..Math.Min(room, bytes.Length)]);
    }
}
