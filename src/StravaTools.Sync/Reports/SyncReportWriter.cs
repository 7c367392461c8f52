using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>Writes reports as text, HTML, or JSON. The texts are the same in every culture.</summary>
public static class SyncReportWriter
{
    /// <summary>Writes a report.</summary>
    public static string WriteReport(SyncReport report, SyncReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            SyncReportFormat.Text => ReportText.WriteText(report),
            SyncReportFormat.Html => ReportPage.WritePage(report),
            SyncReportFormat.Json => ReportJson.WriteJson(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "It is not a format of reports."),
        };
    }

    /// <summary>The format for the extension of a path: HTML for .html and .htm, JSON for .json, and text for all others.</summary>
    public static SyncReportFormat FormatOf(string path) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        ".html" or ".htm" => SyncReportFormat.Html,
        ".json" => SyncReportFormat.Json,
        _ => SyncReportFormat.Text,
    };
}
