using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Monitoring;

/// <summary>How someone who does not watch a run learns about it.</summary>
public sealed record SyncMonitoring
{
    /// <summary>The size at which a log becomes an old log, in bytes.</summary>
    public const long DefaultMaxLogSize = 5 * 1024 * 1024;

    /// <summary>The log; null for none. Its folder is created. Only the user can read it.</summary>
    public string? LogPath { get; init; }

    /// <summary>The format of the log; null to choose it by the extension: JSON for .json, .jsonl, and .ndjson.</summary>
    public SyncLogFormat? LogFormat { get; init; }

    /// <summary>The size at which the log becomes an old log, in bytes. Four old logs are kept.</summary>
    public long MaxLogSize { get; init; } = DefaultMaxLogSize;

    /// <summary>
    /// True to write to the event log of Windows: how each run ended, files that need the user, and waits. On other systems, runs fail with
    /// <see cref="SyncErrors.EventLogNotUsable"/>.
    /// </summary>
    public bool UsesEventLog { get; init; }

    /// <summary>
    /// An address that is called with POST: with /start at the start, as it is after a success, and with /fail after a failure; null for
    /// none. It must be https, or on this machine. It is never written anywhere.
    /// </summary>
    public Uri? HeartbeatUri { get; init; }

    /// <summary>The event log of this system.</summary>
    internal IEventLog EventLog { get; init; } = new WindowsEventLog();

    /// <summary>Does not contain the address of the heartbeat.</summary>
    public override string ToString() => $"log {LogPath ?? "none"}";
}
