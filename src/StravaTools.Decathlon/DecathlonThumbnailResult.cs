namespace StravaTools.Decathlon;

/// <summary>A thumbnail that was changed.</summary>
public sealed record DecathlonThumbnailResult
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Where the thumbnail is now.</summary>
    public required string Thumbnail { get; init; }

    /// <summary>Where the old one was; null if there was none.</summary>
    public string? PreviousThumbnail { get; init; }

    /// <summary>How the old one was saved.</summary>
    public required DecathlonThumbnailSaving Saving { get; init; }

    /// <summary>The file that the old one was saved to.</summary>
    public string? SavedTo { get; init; }

    /// <summary>The file on this machine that the new one is made of; null if it was given by its address.</summary>
    public string? File { get; init; }
}
