namespace StravaTools.Sync.Model;

/// <summary>What a path contained when it was last read: a file with the same size and time is not read again.</summary>
/// <param name="Key">The content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When the file was modified; null if the time was too recent to be relied on.</param>
internal sealed record PathRecord(ContentKey Key, long Size, DateTimeOffset? Modified);
