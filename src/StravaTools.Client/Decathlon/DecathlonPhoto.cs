namespace StravaTools.Client.Decathlon;

/// <summary>A file that is stored.</summary>
public sealed record DecathlonStoredFile
{
    /// <summary>Where it can be fetched; a text, as the server wrote it.</summary>
    public required string Url { get; init; }

    /// <summary>The file on this machine.</summary>
    public required string File { get; init; }

    /// <summary>What it was stored as.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required int Size { get; init; }
}

/// <summary>A photo that an activity has now.</summary>
public sealed record DecathlonPhotoResult
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Where the photo can be fetched.</summary>
    public required string Url { get; init; }

    /// <summary>The file on this machine; null for a photo that was given by its address.</summary>
    public string? File { get; init; }

    /// <summary>How many photos the activity has then.</summary>
    public required int PhotoCount { get; init; }
}

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

/// <summary>How an old thumbnail is saved before it is replaced.</summary>
public enum DecathlonThumbnailSaving
{
    /// <summary>It becomes a photo of the activity, as the document advises.</summary>
    AsPhoto,

    /// <summary>It is fetched and written to a file.</summary>
    ToFile,

    /// <summary>Not at all.</summary>
    None,
}
