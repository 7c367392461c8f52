namespace StravaTools.Sync.Model;

/// <summary>Which fact may follow which state.</summary>
internal static class Transitions
{
    /// <summary>True if a fact of the kind fits the state.</summary>
    public static bool IsAllowed(SyncState state, SyncFactKind kind) => kind switch
    {
        SyncFactKind.File or SyncFactKind.Moved or SyncFactKind.Forget => true,
        SyncFactKind.Sending => state is SyncState.Planned,
        SyncFactKind.Invalid or SyncFactKind.Changed => state is SyncState.Planned or SyncState.Invalid,
        SyncFactKind.Unsent or SyncFactKind.Sent or SyncFactKind.Unknown => state is SyncState.Sending or SyncState.Sent,
        SyncFactKind.Duplicate or SyncFactKind.Refused => state is SyncState.Sending or SyncState.Sent,
        SyncFactKind.Ready => state is not SyncState.Deleted,
        SyncFactKind.Deleted => state is SyncState.Sending or SyncState.Sent or SyncState.Ready or SyncState.Duplicate,
        SyncFactKind.PhotoSending or SyncFactKind.Photo => state is SyncState.Ready,
        _ => false,
    };

    /// <summary>The state that a settling fact leads to.</summary>
    public static SyncState StateAfter(SyncFactKind kind) => kind switch
    {
        SyncFactKind.Invalid => SyncState.Invalid,
        SyncFactKind.Ready => SyncState.Ready,
        SyncFactKind.Duplicate => SyncState.Duplicate,
        SyncFactKind.Refused => SyncState.Refused,
        SyncFactKind.Deleted => SyncState.Deleted,
        SyncFactKind.Unknown => SyncState.Unknown,
        SyncFactKind.Changed => SyncState.Changed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no state of its own."),
    };
}
