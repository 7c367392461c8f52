namespace StravaTools.Activities.Formats.Xml;

/// <summary>Bytes that are made up while they are read: a million empty lines take no memory.</summary>
internal sealed class PaddingStream(IEnumerable<PaddingStream.Part> parts) : ForwardStream
{
    private readonly Queue<Part> _parts = new(parts);
    private long _readOfPart;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && _parts.TryPeek(out var part))
        {
            buffer[written++] = part.Bytes[_readOfPart % part.Bytes.Length];
            if (++_readOfPart == (long)part.Bytes.Length * part.Times)
            {
                _parts.Dequeue();
                _readOfPart = 0;
            }
        }

        return written;
    }

    /// <summary>Some bytes, one or many times.</summary>
    public readonly record struct Part(byte[] Bytes, int Times = 1);
}
