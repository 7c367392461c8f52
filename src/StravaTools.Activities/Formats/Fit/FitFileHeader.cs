using System.Buffers.Binary;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>The header of a FIT file, or of one file in a chain.</summary>
/// <param name="Size">Its length as stated: 12, or 14 with a CRC.</param>
/// <param name="DataSize">The length of the messages that follow, as stated.</param>
/// <param name="Crc">Its checksum; 0 if it has none.</param>
internal readonly record struct FitFileHeader(int Size, long DataSize, ushort Crc)
{
    public const int SmallSize = 12;
    public const int FullSize = 14;
    public const int CrcSize = 2;

    private const int VersionsOffset = 1;
    private const int DataSizeOffset = 4;
    private const int MarkOffset = 8;
    private const int CrcOffset = SmallSize;
    private const byte ProtocolVersion = 0x20;
    private const ushort ProfileVersion = 21217;

    /// <summary>The length of the file as stated.</summary>
    public long FileSize => Size + DataSize + CrcSize;

    public bool HasKnownSize => Size is SmallSize or FullSize;

    public static bool StartsAt(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= SmallSize && bytes.Slice(MarkOffset, 4).SequenceEqual(".FIT"u8);

    /// <param name="bytes">From the first byte of the header on; <see cref="StartsAt"/> is true.</param>
    public static FitFileHeader ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var size = bytes[0];
        var crc = size >= FullSize && bytes.Length >= FullSize ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[CrcOffset..]) : (ushort)0;
        return new FitFileHeader(size, BinaryPrimitives.ReadUInt32LittleEndian(bytes[DataSizeOffset..]), crc);
    }

    /// <summary>Writes a header of full size with our versions.</summary>
    public static void WriteHeader(Span<byte> header, int dataSize)
    {
        header[VersionsOffset] = ProtocolVersion;
        BinaryPrimitives.WriteUInt16LittleEndian(header[(VersionsOffset + 1)..], ProfileVersion);
        ".FIT"u8.CopyTo(header[MarkOffset..]);
        WriteSizes(header, dataSize);
        WriteCrc(header);
    }

    /// <summary>Writes the sizes into a header, and leaves the versions.</summary>
    public static void WriteSizes(Span<byte> header, int dataSize)
    {
        header[0] = (byte)header.Length;
        BinaryPrimitives.WriteUInt32LittleEndian(header[DataSizeOffset..], (uint)dataSize);
    }

    /// <summary>Writes the checksum of a header of full size.</summary>
    public static void WriteCrc(Span<byte> header) =>
        BinaryPrimitives.WriteUInt16LittleEndian(header[CrcOffset..], FitCrc.Compute(header[..CrcOffset]));

    /// <summary>True if a device lost power before it wrote the size: the messages then continue to the end of the bytes.</summary>
    /// <param name="file">All bytes from this header on.</param>
    public bool IsUnfinished(ReadOnlySpan<byte> file) =>
        DataSize == 0 && file.Length > FileSize && !StartsAt(file[(int)FileSize..]);
}
