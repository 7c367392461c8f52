namespace Benchmarks.Rides;

/// <summary>The CRC of FIT, computed byte by byte with one table like most programs do: the reference for FIT reading.</summary>
internal static class ByteWiseCrc
{
    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(EntryOf)];

    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = 0;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ table[(byte)(crc ^ value)];
        }

        return (ushort)crc;
    }

    private static ushort EntryOf(int index)
    {
        var crc = index;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
        }

        return (ushort)crc;
    }
}
