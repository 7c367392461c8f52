namespace StravaTools.Decathlon;

/// <summary>Changes to a picture before it is sent.</summary>
public sealed record PictureOptions
{
    /// <summary>True to remove the location.</summary>
    public bool RemoveLocation { get; init; }

    /// <summary>True to convert other pictures to JPEG.</summary>
    public bool ConvertToJpeg { get; init; }
}
