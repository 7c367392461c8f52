namespace StravaTools.Activities.Formats.Xml;

/// <summary>Streams one after the other, to be read once. It leaves them open: they belong to others.</summary>
internal sealed class JoinedStream(params Stream[] parts) : ForwardStream
{
    private int _part;

    public override int Read(Span<byte> buffer)
    {
        while (_part < parts.Length)
        {
            if (parts[_part].Read(buffer) is var read and > 0)
            {
                return read;
            }

            _part++;
        }

        return 0;
    }
}
