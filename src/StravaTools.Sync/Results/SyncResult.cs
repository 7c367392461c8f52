using StravaTools.Sync.Model;

namespace StravaTools.Sync.Results;

/// <summary>The state of one file.</summary>
public sealed record SyncResult
{
    /// <summary>The athlete; null if only a login identifies the athlete.</summary>
    public long? Athlete { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Its state.</summary>
    public required SyncState State { get; init; }

    /// <summary>The activity; the existing one of a duplicate. Null without an activity.</summary>
    public long? ActivityId { get; init; }

    /// <summary>All activities of a file that contains several.</summary>
    public IReadOnlyList<long> ActivityIds { get; init; } = [];

    /// <summary>The page of the activity.</summary>
    public Uri? ActivityUrl { get; init; }

    /// <summary>The upload.</summary>
    public long? UploadId { get; init; }

    /// <summary>The start of the activity, as the file says.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The sport, as the file says.</summary>
    public string? SportType { get; init; }

    /// <summary>What is known about the picture of the same name.</summary>
    public PhotoState Photo { get; init; }

    /// <summary>The rule that the file breaks, or the ID of an error; null without an error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Why the file is in this state; null if that needs no explanation.</summary>
    public string? Note { get; init; }

    /// <summary>True if the state changed in this run.</summary>
    public bool IsNew { get; init; }
}
