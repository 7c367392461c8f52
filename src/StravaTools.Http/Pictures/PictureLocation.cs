using System.Buffers.Binary;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Pictures;

/// <summary>
/// Removes the location from a picture without decoding it. The GPS position of the EXIF data is removed; the rest, such as orientation and
/// date, is kept. Blocks that may repeat the location are removed completely: XMP, Photoshop, and IPTC data, and pictures or videos that
/// phones append. So is an EXIF block that cannot be read completely.
/// </summary>
public static class PictureLocation
{
    /// <summary>Returns the picture without its location.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.PictureBroken"/>: the content of a damaged picture cannot be determined.
    /// </exception>
    public static Picture Remove(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var bytes = picture.Format switch
        {
            PictureFormat.Jpeg => RemoveFromJpeg(picture.Bytes.Span),
            PictureFormat.Png => RemoveFromPng(picture.Bytes.Span),
            _ => throw new ApiException(ApiErrors.PhotoNotAPicture, picture.Name),
        };
        if (bytes is null)
        {
            throw new ApiException(ApiErrors.PictureBroken, picture.Name);
        }

        return new Picture(picture.Name, bytes);
    }

    private static byte[]? RemoveFromJpeg(ReadOnlySpan<byte> bytes)
    {
        var structure = JpegStructure.ReadStructure(bytes);
        if (structure.End is null)
        {
            return null;
        }

        using var result = new MemoryStream(bytes.Length);
        result.Write(bytes[..2]);
        foreach (var segment in structure.Segments)
        {
            var copy = bytes[segment.Start..segment.End].ToArray();
            var isKept = JpegStructure.IsExif(segment, bytes)
                ? ExifBlock.TryRemoveLocation(copy.AsSpan(segment.PayloadStart - segment.Start + ExifBlock.Header.Length))
                : !MayRepeatPlace(segment, bytes);
            if (isKept)
            {
                result.Write(copy);
            }
        }

        result.Write([0xFF, 0xD9]);
        return result.ToArray();
    }

    /// <summary>APP1 without EXIF is XMP; APP13 is Photoshop data with IPTC; "MPF" in APP2 lists appended pictures.</summary>
    private static bool MayRepeatPlace(PictureBlock segment, ReadOnlySpan<byte> bytes) =>
        segment.Kind is JpegStructure.App1 or JpegStructure.App13
        || (segment.Kind == JpegStructure.App2 && segment.GetPayload(bytes).StartsWith("MPF\0"u8));

    private static byte[]? RemoveFromPng(ReadOnlySpan<byte> bytes)
    {
        var structure = PngStructure.ReadStructure(bytes);
        if (structure.End is null)
        {
            return null;
        }

        using var result = new MemoryStream(bytes.Length);
        result.Write(bytes[..8]);
        foreach (var chunk in structure.Chunks)
        {
            if (chunk.Kind == PngStructure.ReadKind("eXIf"u8))
            {
                WriteExif(result, bytes[chunk.Start..chunk.End].ToArray());
            }
            else if (chunk.Kind != PngStructure.ReadKind("tEXt"u8) && chunk.Kind != PngStructure.ReadKind("zTXt"u8)
                && chunk.Kind != PngStructure.ReadKind("iTXt"u8))
            {
                result.Write(bytes[chunk.Start..(chunk.End + 4)]);
            }
        }

        return result.ToArray();
    }

    private static void WriteExif(MemoryStream result, byte[] chunk)
    {
        if (ExifBlock.TryRemoveLocation(chunk.AsSpan(8)))
        {
            var checksum = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(checksum, ComputeCrc32(chunk.AsSpan(4)));
            result.Write(chunk);
            result.Write(checksum);
        }
    }

    /// <summary>The checksum of a chunk (PNG specification, annex D); EXIF chunks are small, so no lookup table is needed.</summary>
    private static uint ComputeCrc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
