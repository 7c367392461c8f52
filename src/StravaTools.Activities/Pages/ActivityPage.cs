using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>
/// A page about an activity file: the route, charts over time or distance, laps, splits, best efforts, zones, and the findings where they
/// are. It is one HTML file that loads nothing, readable without scripts, and the same bytes in every culture and at any time.
/// </summary>
public static class ActivityPage
{
    /// <summary>Writes a page as UTF-8.</summary>
    /// <param name="stream">The stream to write to; it stays open.</param>
    /// <param name="file">The file.</param>
    /// <param name="content">What was read from the file.</param>
    /// <param name="report">The findings of the file.</param>
    /// <param name="options">What the page shows.</param>
    public static void WritePage(
        Stream stream, ActivityFile file, ActivityContent content, ActivityFileReport report, ActivityPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(options);
        var page = BeginPage(TitleOf(file, content));
        var views = content.Activities.Select(activity => ActivityView.Create(activity, report.Findings, options)).ToArray();
        foreach (var view in views)
        {
            WriteActivity(page, view, file.Name);
        }

        // The findings are those of the complete file, so they are listed once, with the places of the activity that has them.
        FindingsSection.WriteFindings(page, MarksOf(views, report.Findings));
        EndPage(page, stream);
    }

    /// <summary>Writes a page about an activity without its file, so without findings, as UTF-8.</summary>
    /// <param name="stream">The stream to write to; it stays open.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="options">What the page shows.</param>
    public static void WritePage(Stream stream, Activity activity, ActivityPageOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(options);
        var view = ActivityView.Create(activity, [], options);
        var page = BeginPage(SummarySection.TitleOf(view));
        WriteActivity(page, view, null);
        EndPage(page, stream);
    }

    private static PageBuilder BeginPage(string title)
    {
        var page = new PageBuilder();
        PageFrame.BeginPage(page, title, PageResource.ActivityScript);
        return page;
    }

    private static void EndPage(PageBuilder page, Stream stream)
    {
        PageFrame.EndPage(page, "Made by StravaTools. This page loads nothing from the network.", PageResource.ActivityScript);
        page.WriteTo(stream);
    }

    private static void WriteActivity(PageBuilder page, ActivityView view, string? fileName)
    {
        page.AddLine("<article>");
        SummarySection.WriteHeader(page, view, fileName);
        SummarySection.WriteTiles(page, view);
        page.AddLine("<div class=\"recording\"><div class=\"side\">");
        RoutePicture.WritePicture(page, view);
        ZonesSection.WriteSensors(page, view.Measures);
        page.AddLine("</div>");
        TracesSection.WriteCharts(page, view);
        page.AddLine("</div>");
        TablesSection.WriteTables(page, view);
        page.AddLine("</article>");
    }

    private static IReadOnlyList<FindingMark> MarksOf(ActivityView[] views, IReadOnlyList<Finding> findings)
    {
        if (views.Length > 0)
        {
            return views[0].Marks;
        }

        return [.. findings.Select((finding, i) => new FindingMark(i + 1, finding, null))];
    }

    private static string TitleOf(ActivityFile file, ActivityContent content) =>
        content.Activities.Select(activity => activity.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? file.Name;
}
