using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>The header of a FIT file, or of one of several in a chain.</summary>
/// <param name="Size">Its own length as it claims it: 12, or 14 with a CRC.</param>
/// <param name="DataSize">The length of the records that follow, as it claims it.</param>
/// <param name="Crc">Its checksum; 0 if it has none.</param>
internal readonly record struct FitFileHeader(int Size, long DataSize, ushort Crc)
{
    public const int SmallSize = 12;
    public const int FullSize = 14;
    public const int CrcSize = 2;

    private const int MarkOffset = 8;

    /// <summary>The length of the whole file by the header's claims.</summary>
    public long FileSize => Size + DataSize + CrcSize;

    public bool HasKnownSize => Size is SmallSize or FullSize;

    public static bool StartsAt(ReadOnlySpan<byte> bytes) => bytes.Length >= SmallSize && bytes.Slice(MarkOffset, 4).SequenceEqual(".FIT"u8);

    /// <param name="bytes">From the first byte of the header on; <see cref="StartsAt"/> is true.</param>
    public static FitFileHeader ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var size = bytes[0];
        var crc = size >= FullSize && bytes.Length >= FullSize ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[SmallSize..]) : (ushort)0;
        return new FitFileHeader(size, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), crc);
    }
}
