using StravaTools.Activities.Model;

namespace StravaTools.Activities.Validation;

/// <summary>The facts about a file before its activities are read.</summary>
internal sealed record FileFacts
{
    /// <summary>The name without its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The size of the file in bytes, packed if it is gzipped.</summary>
    public required long Size { get; init; }

    /// <summary>The size in bytes of what is sent to Strava.</summary>
    public required long UploadSize { get; init; }

    /// <summary>The size of the uncompressed content in bytes, as far as it is in memory.</summary>
    public required long ContentSize { get; init; }

    public required bool IsGzip { get; init; }

    /// <summary>True if the gzip unpacks to more than the limits allow.</summary>
    public required bool IsGzipTooLarge { get; init; }

    /// <summary>The damage of the gzip; null if it is complete, or if the file is not gzipped.</summary>
    public required string? GzipDamage { get; init; }

    /// <summary>The number of bytes after the end of the gzip.</summary>
    public required int GzipTrailingBytes { get; init; }

    /// <summary>The content is only read if it has at most this many bytes.</summary>
    public required long MaxReadableSize { get; init; }

    /// <summary>The format of the content; null if it is unknown.</summary>
    public required ActivityFormatInfo? Format { get; init; }

    /// <summary>Content of an unknown format in words; null if the format is known.</summary>
    public required string? UnknownContent { get; init; }

    /// <summary>The extensions of all formats, with the dot and in lower case.</summary>
    public required IReadOnlyList<string> KnownExtensions { get; init; }
}
