using StravaTools.Activities;
using StravaTools.Activities.Pages;
using StravaTools.Http.Files;

namespace StravaTools.Client.Files;

/// <summary>Writes the pages of checked files, to which an HTML report links.</summary>
internal static class ReportPages
{
    private const string Extension = ".html";

    /// <summary>Writes a page for each file with points into a folder next to the report.</summary>
    /// <param name="reportPath">The report; the folder is named after it.</param>
    /// <param name="reports">The checked files.</param>
    /// <param name="options">What the pages show.</param>
    /// <returns>The relative address of each page. A file that can no longer be read has none.</returns>
    /// <exception cref="IOException">The folder or a page cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a page is write-protected.</exception>
    public static IReadOnlyDictionary<ActivityFileReport, string> WritePages(
        string reportPath, IReadOnlyList<ActivityFileReport> reports, ActivityPageOptions options)
    {
        var folder = Path.ChangeExtension(Path.GetFullPath(reportPath), null) + "-pages";
        var pages = ChooseNames(reports.Where(report => report.PointCount > 0));
        if (pages.Count == 0)
        {
            return pages;
        }

        Directory.CreateDirectory(folder);
        var written = pages.AsParallel().Where(page => WritePage(page.Key, Path.Combine(folder, page.Value), options)).ToArray();
        return written.ToDictionary(
            page => page.Key,
            page => $"{Uri.EscapeDataString(Path.GetFileName(folder))}/{Uri.EscapeDataString(page.Value)}");
    }

    /// <summary>Names for the pages of files, which may have the same name in several folders.</summary>
    private static Dictionary<ActivityFileReport, string> ChooseNames(IEnumerable<ActivityFileReport> reports)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<ActivityFileReport, string>();
        foreach (var report in reports)
        {
            var name = Path.GetFileName(report.Path);
            var chosen = name + Extension;
            for (var number = 2; !used.Add(chosen); number++)
            {
                chosen = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{number}{Extension}");
            }

            names.Add(report, chosen);
        }

        return names;
    }

    private static bool WritePage(ActivityFileReport report, string path, ActivityPageOptions options)
    {
        ActivityFile file;
        try
        {
            file = ActivityFile.FromBytes(Path.GetFileName(report.Path), File.ReadAllBytes(report.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        var content = file.ReadContent();
        AtomicFile.Write(path, overwrite: true, stream => ActivityPage.WritePage(stream, file, content, report, options));
        return true;
    }
}
