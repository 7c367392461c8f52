namespace StravaTools.Sync.Core;

/// <summary>Something that happened to a run.</summary>
/// <param name="At">When.</param>
internal abstract record SyncEvent(DateTimeOffset At)
{
    /// <summary>The folder was scanned, and the run begins.</summary>
    public sealed record Started(DateTimeOffset At, IReadOnlyList<ScannedFile> Files) : SyncEvent(At);

    /// <summary>A request may be sent now.</summary>
    public sealed record Permitted(DateTimeOffset At, int Ticket) : SyncEvent(At);

    /// <summary>A request may not be sent before a time, because of a limit.</summary>
    public sealed record Closed(DateTimeOffset At, int Ticket, DateTimeOffset Until) : SyncEvent(At);

    /// <summary>Facts are in the ledger, and on the disk if that was requested.</summary>
    public sealed record Stored(DateTimeOffset At, int Ticket) : SyncEvent(At);

    /// <summary>A request ended.</summary>
    public sealed record Answered(DateTimeOffset At, int Ticket, SyncAnswer Answer) : SyncEvent(At);

    /// <summary>A file was moved or deleted, or that failed.</summary>
    public sealed record Disposed(DateTimeOffset At, int Ticket, string? NewPath, string? Problem) : SyncEvent(At);

    /// <summary>The time that the run waited for has come.</summary>
    public sealed record Woke(DateTimeOffset At) : SyncEvent(At);

    /// <summary>The user or the system asks the run to end.</summary>
    public sealed record StopRequested(DateTimeOffset At) : SyncEvent(At);
}
