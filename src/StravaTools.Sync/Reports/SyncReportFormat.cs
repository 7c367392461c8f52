namespace StravaTools.Sync.Reports;

/// <summary>The format of a report.</summary>
public enum SyncReportFormat
{
    /// <summary>Lines of at most 80 columns.</summary>
    Text,

    /// <summary>A page that loads nothing.</summary>
    Html,

    /// <summary>A JSON object.</summary>
    Json,
}
