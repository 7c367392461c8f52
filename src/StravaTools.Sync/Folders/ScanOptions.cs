namespace StravaTools.Sync.Folders;

/// <summary>Which files of a folder are found, and when they are complete.</summary>
public sealed record ScanOptions
{
    /// <summary>Wildcard patterns of file names; empty for all activity files.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Wildcard patterns of file names that are skipped.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Files that were modified before this time are skipped.</summary>
    public DateTimeOffset? NewerThan { get; init; }

    /// <summary>How old a file must be before it is sent: time to change or delete it.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Folders that are skipped: where settled files are moved to.</summary>
    public IReadOnlyList<string> SkippedFolders { get; init; } = [];
}
