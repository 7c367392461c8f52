namespace StravaTools.Activities.Formats.Xml;

/// <summary>Streams one after the other, to be read once. It leaves them open: they belong to others.</summary>
internal sealed class JoinedStream(params Stream[] parts) : ForwardStream
{
    private int _part;

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (_part < parts.Length && read < buffer.Length)
        {
            var more = parts[_part].Read(buffer[read..]);
            read += more;
            _part += more == 0 ? 1 : 0;
        }

        return read;
    }
}
