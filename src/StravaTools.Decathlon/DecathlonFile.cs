namespace StravaTools.Decathlon;

/// <summary>A file to store, checked and ready to be sent.</summary>
public sealed record DecathlonFile
{
    /// <summary>The name to send, with an extension that Decathlon accepts and that matches the content.</summary>
    public required string Name { get; init; }

    /// <summary>The media type, such as image/jpeg.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes to send.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }
}
