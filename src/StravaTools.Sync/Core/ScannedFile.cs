using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>A file that a scan of the folder found.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="State"><see cref="SyncState.Planned"/>, <see cref="SyncState.Invalid"/>, or <see cref="SyncState.Waiting"/>.</param>
internal sealed record ScannedFile(string Path, SyncState State)
{
    /// <summary>The content; the default if the file was not read.</summary>
    public ContentKey Key { get; init; }

    public long Size { get; init; }

    /// <summary>When it was modified; null if that is too recent to be relied on.</summary>
    public DateTimeOffset? Modified { get; init; }

    public DateTimeOffset? Start { get; init; }

    public long? Elapsed { get; init; }

    public string? Sport { get; init; }

    /// <summary>The rule that the file breaks, or why it waits.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong with the file.</summary>
    public string? Why { get; init; }

    /// <summary>The version of the rules that the file was checked by.</summary>
    public string? Rules { get; init; }

    /// <summary>True if the ledger has the path with this content, so that nothing was read.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>The picture of the same base name; null without one.</summary>
    public string? PhotoPath { get; init; }
}
