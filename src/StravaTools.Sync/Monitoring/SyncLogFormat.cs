namespace StravaTools.Sync.Monitoring;

/// <summary>The format of a log.</summary>
public enum SyncLogFormat
{
    /// <summary>Lines of key=value, for people and for grep.</summary>
    Logfmt,

    /// <summary>A JSON object per line, with the same keys.</summary>
    Json,
}
