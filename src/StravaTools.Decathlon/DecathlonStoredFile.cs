namespace StravaTools.Decathlon;

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
