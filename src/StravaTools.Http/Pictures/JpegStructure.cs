using System.Buffers.Binary;

namespace StravaTools.Http.Pictures;

/// <summary>
/// The segments of a JPEG (ITU T.81, annex B), found by their lengths. Invalid data never causes exceptions or endless loops: reading stops
/// there, and <see cref="End"/> is null.
/// </summary>
internal sealed class JpegStructure
{
    public const int App1 = 0xE1;
    public const int App2 = 0xE2;
    public const int App13 = 0xED;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    private JpegStructure(List<PictureBlock> segments, int? end) => (Segments, End) = (segments, end);

    /// <summary>All segments up to the end of the image. A scan includes its data.</summary>
    public IReadOnlyList<PictureBlock> Segments { get; }

    /// <summary>Where the image ends; cameras and phones append more images or videos. Null if the image is truncated.</summary>
    public int? End { get; }

    public static JpegStructure ReadStructure(ReadOnlySpan<byte> bytes)
    {
        var segments = new List<PictureBlock>();
        var position = 2;
        while (NextMarker(bytes, position) is { } start)
        {
            var marker = bytes[start + 1];
            if (marker == EndOfImage)
            {
                return new JpegStructure(segments, segments.Exists(segment => segment.Kind == StartOfScan) ? start + 2 : null);
            }

            if (ReadLength(bytes, start, marker) is not { } length)
            {
                break;
            }

            segments.Add(new PictureBlock(marker, start, length, start + Math.Min(4, length)));
            position = start + length;
        }

        return new JpegStructure(segments, null);
    }

    public PictureInfo ToInfo(ReadOnlySpan<byte> bytes)
    {
        var (width, height) = ReadSize(bytes);
        var exif = ExifBlock.Empty;
        foreach (var segment in Segments)
        {
            if (IsExif(segment, bytes) && ExifBlock.TryRead(segment.GetPayload(bytes)[ExifBlock.Header.Length..], out var found))
            {
                exif = new ExifBlock(exif.Orientation ?? found.Orientation, exif.HasLocation || found.HasLocation);
            }
        }

        return new PictureInfo
        {
            Format = PictureFormat.Jpeg,
            Width = width,
            Height = height,
            Orientation = exif.Orientation,
            HasLocation = exif.HasLocation,
            IsComplete = End is not null && width is not null,
        };
    }

    public static bool IsExif(PictureBlock segment, ReadOnlySpan<byte> bytes) =>
        segment.Kind == App1 && segment.GetPayload(bytes).StartsWith(ExifBlock.Header);

    /// <summary>Any number of FF bytes can precede a marker.</summary>
    private static int? NextMarker(ReadOnlySpan<byte> bytes, int position)
    {
        if (position >= bytes.Length || bytes[position] != 0xFF)
        {
            return null;
        }

        while (position + 1 < bytes.Length && bytes[position + 1] == 0xFF)
        {
            position++;
        }

        if (position + 1 < bytes.Length && bytes[position + 1] != 0)
        {
            return position;
        }

        return null;
    }

    private static int? ReadLength(ReadOnlySpan<byte> bytes, int start, int marker)
    {
        if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
        {
            return 2;
        }

        if (start + 4 > bytes.Length)
        {
            return null;
        }

        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 2)..]);
        if (length < 4 || start + length > bytes.Length)
        {
            return null;
        }

        if (marker == StartOfScan)
        {
            return EndOfScan(bytes, start + length) - start;
        }

        return length;
    }

    /// <summary>In the data of a scan, FF 00 is a byte and FF D0 to FF D7 are restarts; any other marker ends it.</summary>
    private static int? EndOfScan(ReadOnlySpan<byte> bytes, int position)
    {
        while (bytes[position..].IndexOf((byte)0xFF) is >= 0 and var found)
        {
            position += found;
            if (position + 1 >= bytes.Length)
            {
                return null;
            }

            if (bytes[position + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return position;
            }

            position += bytes[position + 1] == 0xFF ? 1 : 2;
        }

        return null;
    }

    private (int? Width, int? Height) ReadSize(ReadOnlySpan<byte> bytes)
    {
        foreach (var segment in Segments)
        {
            // The frame headers; C4, C8, and CC among them are tables.
            if (segment is { Kind: >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC), Length: >= 9 })
            {
                var payload = segment.GetPayload(bytes);
                return (BinaryPrimitives.ReadUInt16BigEndian(payload[3..]), BinaryPrimitives.ReadUInt16BigEndian(payload[1..]));
            }
        }

        return (null, null);
    }
}
