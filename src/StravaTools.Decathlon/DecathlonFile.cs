namespace StravaTools.Decathlon;

/// <summary>A file to store, checked and ready to be sent.</summary>
public sealed record DecathlonFile
{
    /// <summary>The name that is sent, with an extension that Decathlon takes and that fits the content.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, as image/jpeg.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes as they are sent.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }
}
