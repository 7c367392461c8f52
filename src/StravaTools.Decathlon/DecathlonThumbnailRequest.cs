namespace StravaTools.Decathlon;

/// <summary>A thumbnail to set, and what to do with the old one.</summary>
public sealed record DecathlonThumbnailRequest
{
    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The new picture on this machine; null if <see cref="Url"/> tells where it is.</summary>
    public DecathlonFile? Picture { get; init; }

    /// <summary>The file that <see cref="Picture"/> is made of, for messages.</summary>
    public string? File { get; init; }

    /// <summary>Where the new picture is.</summary>
    public string? Url { get; init; }

    /// <summary>How to save the old one.</summary>
    public DecathlonThumbnailSaving Saving { get; init; }

    /// <summary>The file to save the old one to.</summary>
    public string? SaveTo { get; init; }

    /// <summary>Whether <see cref="SaveTo"/> may be there already.</summary>
    public bool Overwrite { get; init; }
}
