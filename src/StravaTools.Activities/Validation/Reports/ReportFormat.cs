namespace StravaTools.Activities.Validation.Reports;

/// <summary>Writes what checking many files found as one file for another program or for people.</summary>
public abstract class ReportFormat
{
    /// <summary>SARIF 2.1.0 (.sarif), JUnit (.xml) and HTML (.html).</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [new SarifReport(), new JUnitReport(), new HtmlReport()];

    /// <summary>The extension by which it is chosen, with the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>The format for a file of that name; null if no format has its extension.</summary>
    public static ReportFormat? FromFileName(string path) =>
        All.FirstOrDefault(format => format.Extension.Equals(System.IO.Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the report as UTF-8. The same reports give the same bytes: there is no time and no name of a machine in it.</summary>
    /// <param name="stream">Takes the report; it is left open.</param>
    /// <param name="reports">The reports, in the order of the files.</param>
    /// <param name="baseFolder">Paths below this folder are written relative to it; null to leave all as they are.</param>
    public void WriteReport(Stream stream, IReadOnlyList<ActivityFileReport> reports, string? baseFolder = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(reports);
        WriteReports(stream, [.. reports.Select(report => new ReportedFile(report, ReportedFile.Shorten(report.Path, baseFolder)))]);
    }

    private protected abstract void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files);
}
