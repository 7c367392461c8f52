namespace StravaTools.Decathlon;

/// <summary>A stored file.</summary>
public sealed record DecathlonStoredFile
{
    /// <summary>The address of the file, exactly as the server returned it.</summary>
    public required string Url { get; init; }

    /// <summary>The file on this machine.</summary>
    public required string File { get; init; }

    /// <summary>The media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The size in bytes.</summary>
    public required int Size { get; init; }
}
