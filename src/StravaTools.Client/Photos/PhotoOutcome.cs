namespace StravaTools.Client.Photos;

/// <summary>How it ended for a photo.</summary>
public enum PhotoOutcome
{
    /// <summary>The photo host has the picture.</summary>
    Added,

    /// <summary>There is no activity to add it to.</summary>
    Skipped,
}
