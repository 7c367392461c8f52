namespace StravaTools.Client.Photos;

/// <summary>The outcome of a photo.</summary>
public enum PhotoOutcome
{
    /// <summary>The photo was uploaded.</summary>
    Added,

    /// <summary>The upload has no activity to add the photo to.</summary>
    Skipped,
}
