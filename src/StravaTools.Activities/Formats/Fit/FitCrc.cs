namespace StravaTools.Activities.Formats.Fit;

/// <summary>FIT's checksum: CRC-16 with the reflected polynomial 0xA001 and no preset (CRC-16/ARC).</summary>
internal static class FitCrc
{
    private static readonly ushort[] Table = BuildTable();

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

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }

            table[i] = (ushort)crc;
        }

        return table;
    }
}
