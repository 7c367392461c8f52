namespace StravaTools.Decathlon;

/// <summary>Changes to a picture before it is sent.</summary>
public sealed record PictureOptions
{
    /// <summary>True to remove the location.</summary>
    public bool RemoveLocation { get; init; }

    /// <summary>True to convert a PNG to JPEG.</summary>
    public bool ConvertToJpeg { get; init; }

    /// <summary>Makes a picture smaller that has this number of bytes or more; null to keep its size.</summary>
    public int? MaxSize { get; init; }
}
