using System.Buffers.Binary;

namespace StravaTools.Http.Pictures;

/// <summary>
/// The chunks of a PNG (its specification, 5.3), found by their lengths. Invalid data never causes exceptions or endless loops.
/// </summary>
internal sealed class PngStructure
{
    private const int SignatureLength = 8;

    /// <summary>Length, type, and checksum.</summary>
    private const int Overhead = 12;

    private PngStructure(List<PictureBlock> chunks, int? end) => (Chunks, End) = (chunks, end);

    /// <summary>All chunks up to the last. The kind is the four letters of the type; the length excludes the checksum.</summary>
    public IReadOnlyList<PictureBlock> Chunks { get; }

    /// <summary>Where the last chunk ends; null if the picture is truncated.</summary>
    public int? End { get; }

    public static PngStructure ReadStructure(ReadOnlySpan<byte> bytes)
    {
        var chunks = new List<PictureBlock>();
        var position = SignatureLength;
        while (position <= bytes.Length - Overhead)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[position..]);
            if (length > (uint)(bytes.Length - Overhead - position))
            {
                break;
            }

            var kind = BinaryPrimitives.ReadInt32BigEndian(bytes[(position + 4)..]);
            chunks.Add(new PictureBlock(kind, position, (int)length + 8, position + 8));
            position += (int)length + Overhead;
            if (kind == ReadKind("IEND"u8))
            {
                return new PngStructure(chunks, position);
            }
        }

        return new PngStructure(chunks, null);
    }

    public static int ReadKind(ReadOnlySpan<byte> letters) => BinaryPrimitives.ReadInt32BigEndian(letters);

    public PictureInfo ToInfo(ReadOnlySpan<byte> bytes)
    {
        var exif = ExifBlock.Empty;
        foreach (var chunk in Chunks)
        {
            if (chunk.Kind == ReadKind("eXIf"u8) && ExifBlock.TryRead(chunk.GetPayload(bytes), out var found))
            {
                exif = found;
            }
        }

        var header = Chunks is [{ Length: >= 16 } first, ..] && first.Kind == ReadKind("IHDR"u8) ? first.GetPayload(bytes) : default;
        return new PictureInfo
        {
            Format = PictureFormat.Png,
            Width = header.IsEmpty ? null : BinaryPrimitives.ReadInt32BigEndian(header),
            Height = header.IsEmpty ? null : BinaryPrimitives.ReadInt32BigEndian(header[4..]),
            Orientation = exif.Orientation,
            HasLocation = exif.HasLocation,
            IsComplete = End is not null && !header.IsEmpty,
        };
    }
}
