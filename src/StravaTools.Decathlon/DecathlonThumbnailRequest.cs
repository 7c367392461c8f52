namespace StravaTools.Decathlon;

/// <summary>A new thumbnail, and how to save the previous one.</summary>
public sealed record DecathlonThumbnailRequest
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The new picture; null if <see cref="Url"/> contains its address.</summary>
    public DecathlonFile? Picture { get; init; }

    /// <summary>The source file of <see cref="Picture"/>, for messages.</summary>
    public string? File { get; init; }

    /// <summary>The address of the new picture.</summary>
    public string? Url { get; init; }

    /// <summary>How to save the previous thumbnail.</summary>
    public DecathlonThumbnailSaving Saving { get; init; }

    /// <summary>The file to save the previous thumbnail to.</summary>
    public string? SaveTo { get; init; }

    /// <summary>Whether an existing <see cref="SaveTo"/> file is overwritten.</summary>
    public bool Overwrite { get; init; }
}
