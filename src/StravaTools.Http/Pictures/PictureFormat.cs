namespace StravaTools.Http.Pictures;

/// <summary>What a picture is; its bytes decide, whatever its name says.</summary>
public enum PictureFormat
{
    /// <summary>No picture that is known here.</summary>
    Unknown,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>HEIC, as iPhones take it, or its sister AVIF.</summary>
    Heic,
}
