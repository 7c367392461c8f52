namespace StravaTools.Decathlon;

/// <summary>A changed thumbnail.</summary>
public sealed record DecathlonThumbnailResult
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The address of the new thumbnail.</summary>
    public required string Thumbnail { get; init; }

    /// <summary>The address of the previous thumbnail; null if the activity had no thumbnail.</summary>
    public string? PreviousThumbnail { get; init; }

    /// <summary>How the previous thumbnail was saved.</summary>
    public required DecathlonThumbnailSaving Saving { get; init; }

    /// <summary>The file that the previous thumbnail was saved to.</summary>
    public string? SavedTo { get; init; }

    /// <summary>The source file of the new thumbnail; null if it was specified by its address.</summary>
    public string? File { get; init; }
}
