namespace StravaTools.Http.Pictures;

/// <summary>What a look at a JPEG or PNG tells without decoding it.</summary>
public sealed record PictureInfo
{
    /// <summary>What it is.</summary>
    public PictureFormat Format { get; init; }

    /// <summary>Pixels, as stored; null if it does not tell.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, as stored; null if it does not tell.</summary>
    public int? Height { get; init; }

    /// <summary>How to turn it for looking at it: 1 to 8 of EXIF; null if it does not tell.</summary>
    public int? Orientation { get; init; }

    /// <summary>True if its EXIF holds a GPS position.</summary>
    public bool HasLocation { get; init; }

    /// <summary>False if it ends before its end, or its blocks make no sense.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Looks at a picture. Never throws, whatever the bytes are.</summary>
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
