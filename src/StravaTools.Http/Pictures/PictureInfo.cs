namespace StravaTools.Http.Pictures;

/// <summary>The properties of a JPEG or PNG, read without decoding it.</summary>
public sealed record PictureInfo
{
    /// <summary>The format.</summary>
    public PictureFormat Format { get; init; }

    /// <summary>Pixels, as stored; null if unknown.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, as stored; null if unknown.</summary>
    public int? Height { get; init; }

    /// <summary>The EXIF orientation, 1 to 8; null if unspecified.</summary>
    public int? Orientation { get; init; }

    /// <summary>True if its EXIF data contains a GPS position.</summary>
    public bool HasLocation { get; init; }

    /// <summary>False if the picture is truncated or its blocks are invalid.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Reads the properties of a picture. Never throws.</summary>
    public static PictureInfo FromBytes(ReadOnlySpan<byte> bytes)
    {
        var format = PictureFormats.DetectFormat(bytes);
        return format switch
        {
            PictureFormat.Jpeg => JpegStructure.ReadStructure(bytes).ToInfo(bytes),
            PictureFormat.Png => PngStructure.ReadStructure(bytes).ToInfo(bytes),
            _ => new PictureInfo { Format = format },
        };
    }
}
