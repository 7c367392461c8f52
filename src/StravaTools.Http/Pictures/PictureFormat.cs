namespace StravaTools.Http.Pictures;

/// <summary>The format of a picture, determined by its content.</summary>
public enum PictureFormat
{
    /// <summary>Not a supported picture.</summary>
    Unknown,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>HEIC, the format of iPhones, or the related AVIF.</summary>
    Heic,
}
