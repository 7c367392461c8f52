using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>Writes reports as text, HTML, or JSON. The texts are the same in every culture.</summary>
public static class SyncReportWriter
{
    /// <summary>Writes a report.</summary>
    public static string Write(SyncReport report, SyncReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            SyncReportFormat.Text => ReportText.Write(report),
            SyncReportFormat.Html => ReportPage.Write(report),
            SyncReportFormat.Json => ReportJson.Write(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "It is not a format of reports."),
        };
    }

    /// <summary>The format that belongs to the extension of a path: HTML for .html and .htm, JSON for .json, and text for all others.</summary>
    public static SyncReportFormat FormatOf(string path) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        ".html" or ".htm" => SyncReportFormat.Html,
        ".json" => SyncReportFormat.Json,
        _ => SyncReportFormat.Text,
    };
}
