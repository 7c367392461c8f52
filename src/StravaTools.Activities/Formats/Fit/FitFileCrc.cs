namespace StravaTools.Activities.Formats.Fit;

/// <summary>FIT's checksum in steps, for writers, whose bytes are never in one piece.</summary>
internal static class FitFileCrc
{
    private static readonly ushort[] Table =
    [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    ];

    public static ushort Append(ushort crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = (ushort)((crc >> 4) ^ Table[(crc ^ value) & 0xF]);
            crc = (ushort)((crc >> 4) ^ Table[(crc ^ (value >> 4)) & 0xF]);
        }

        return crc;
    }
}
