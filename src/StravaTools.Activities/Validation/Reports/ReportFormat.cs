namespace StravaTools.Activities.Validation.Reports;

/// <summary>Writes the reports of many files into one file, for another program or for reading.</summary>
public abstract class ReportFormat
{
    /// <summary>SARIF 2.1.0 (.sarif), JUnit (.xml), and HTML (.html).</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [new SarifReport(), new JUnitReport(), new HtmlReport()];

    /// <summary>The extension of its files, with the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>True if a report links to a page for each file.</summary>
    public virtual bool HasPages => false;

    /// <summary>The format for a file name; null if no format has its extension.</summary>
    public static ReportFormat? FromFileName(string path) =>
        All.FirstOrDefault(format => format.Extension.Equals(System.IO.Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Writes the report as UTF-8. The same reports give the same bytes in every culture, on every machine, and at any time.
    /// </summary>
    /// <param name="stream">The stream to write to; it stays open.</param>
    /// <param name="reports">The reports, in the order of the files.</param>
    /// <param name="baseFolder">Paths below this folder are written relative to it; null to keep all paths.</param>
    /// <param name="pages">Relative addresses of pages about files, to which an HTML report links; null for none.</param>
    public void WriteReport(
        Stream stream,
        IReadOnlyList<ActivityFileReport> reports,
        string? baseFolder = null,
        IReadOnlyDictionary<ActivityFileReport, string>? pages = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(reports);
        WriteReports(stream, [.. reports.Select(CreateFile)]);

        ReportedFile CreateFile(ActivityFileReport report) =>
            new(report, ReportedFile.Shorten(report.Path, baseFolder), pages?.GetValueOrDefault(report));
    }

    private protected abstract void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files);
}
