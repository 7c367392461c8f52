namespace StravaTools.Decathlon;

/// <summary>What to do with a picture before it leaves the machine.</summary>
public sealed record PictureOptions
{
    /// <summary>Take out where it was taken.</summary>
    public bool RemoveLocation { get; init; }

    /// <summary>Make a JPEG of what is none.</summary>
    public bool ConvertToJpeg { get; init; }
}
