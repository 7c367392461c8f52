using StravaTools.Activities.Pages;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>An HTML page that loads nothing, for small and large screens, light and dark. Only its filters need the script.</summary>
internal sealed class HtmlReport : ReportFormat
{
    public override string Extension => ".html";

    public override bool HasPages => true;

    private protected override void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files)
    {
        var page = new PageBuilder();
        PageFrame.BeginPage(page, "Activity files checked by StravaTools", PageResource.ReportScript);
        page.AddLine("<header><h1>Activity files</h1></header>");
        WriteSummary(page, files);
        var broken = ReportRules.FindBroken(files);
        ReportRules.WriteTable(page, broken);
        WriteFilter(page, files, broken);
        page.AddLine("<section class=\"files\"><h2>Files</h2>");
        if (files.Count == 0)
        {
            page.AddLine("<p>No file was checked. The paths contained no file, or none could be read.</p>");
        }

        // The worst files come first; equal ones keep their order.
        foreach (var file in files.OrderByDescending(WorstOf))
        {
            WriteFile(page, file);
        }

        page.AddLine("</section>");
        ReportRules.WriteExplanations(page, broken);
        PageFrame.EndPage(page, "Checked by StravaTools. This page loads nothing from the network.", PageResource.ReportScript);
        page.WriteTo(stream);
    }

    private static void WriteSummary(PageBuilder page, IReadOnlyList<ReportedFile> files)
    {
        var bad = files.Count(file => !file.Report.IsValid);
        var warned = files.Count(file => WorstOf(file) == (int)Severity.Warning);
        page.AddLine("<ul class=\"summary\">");
        page.AddLine($"<li><b>{PageText.FormatNumber(files.Count)}</b> {ChooseNoun(files.Count, "file", "files")} checked</li>");
        page.AddLine($"<li class=\"error\"><b>{PageText.FormatNumber(bad)}</b> with errors</li>");
        page.AddLine($"<li class=\"warning\"><b>{PageText.FormatNumber(warned)}</b> with warnings only</li>");
        page.AddLine($"<li class=\"good\"><b>{PageText.FormatNumber(files.Count - bad - warned)}</b> ready to send</li>");
        page.AddLine("</ul>");
    }

    /// <summary>Hidden until the script shows it.</summary>
    private static void WriteFilter(PageBuilder page, IReadOnlyList<ReportedFile> files, IReadOnlyList<BrokenRule> broken)
    {
        if (files.Count < 2)
        {
            return;
        }

        page.AddLine("<div class=\"card filter\" hidden><label>Path <input type=\"search\" placeholder=\"Part of the path\"></label>");
        page.AddLine("<label>Rule <select><option value=\"\">All rules</option>");
        foreach (var rule in broken)
        {
            page.AddLine($"<option value=\"{rule.Rule.Id}\">{rule.Rule.Id} {rule.Rule.Title}</option>");
        }

        page.AddLine("</select></label><span class=\"kinds\">");
        foreach (var (kind, label) in new[] { ("error", "Errors"), ("warning", "Warnings"), ("note", "Information"), ("good", "OK") })
        {
            page.AddLine($"<label><input type=\"checkbox\" value=\"{kind}\" checked> {label}</label>");
        }

        page.AddLine("</span><output></output></div>");
    }

    private static void WriteFile(PageBuilder page, ReportedFile file)
    {
        var findings = file.Report.Findings;
        var rules = string.Join(' ', findings.Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal));
        page.AddMarkup($"<details class=\"card file\" data-kind=\"{KindOf(file)}\" data-rules=\"{rules}\"");
        page.AddLine(file.Report.IsValid ? ">" : " open>");
        page.AddLine($"<summary>{RenderBadge(file)} <bdi class=\"path\">{file.Path}</bdi></summary>");
        page.AddMarkup($"<p class=\"about\">{DescribeFacts(file.Report)}");
        if (file.Page is { } link)
        {
            page.AddMarkup($" <a href=\"{link}\">Route and charts</a>");
        }

        page.AddLine("</p>");
        if (findings.Count > 0)
        {
            WriteFindings(page, findings);
        }

        page.AddLine("</details>");
    }

    private static void WriteFindings(PageBuilder page, IReadOnlyList<Finding> findings)
    {
        page.AddLine("<ul>");
        foreach (var finding in findings)
        {
            page.AddMarkup($"<li data-rule=\"{finding.RuleId}\">{FindingsSection.RenderBadge(finding.Severity)} ");
            page.AddMarkup($"<a href=\"#rule-{finding.RuleId}\"><code>{finding.RuleId}</code></a> ");
            page.AddLine($"<span class=\"place\">{FindingText.DescribePlace(finding)}</span><p>{finding.Message}</p></li>");
        }

        page.AddLine("</ul>");
    }

    private static string DescribeFacts(ActivityFileReport report)
    {
        string?[] facts =
        [
            report.DataType ?? "unknown format",
            report.SportType?.Name,
            report.StartTime is { } start ? MessageText.Format($"{start:yyyy-MM-dd HH:mm:ss zzz}") : null,
            report.ElapsedTime is { } time ? MessageText.Format($"{(long)time.TotalHours}:{time:mm\\:ss} h") : null,
            report.Distance is { } meters ? MessageText.Format($"{meters / 1000:0.00} km") : null,
            MessageText.FormatCount(report.PointCount, "point", "points"),
        ];
        return string.Join(" · ", facts.OfType<string>());
    }

    private static int WorstOf(ReportedFile file) => file.Report.Findings.Select(finding => (int)finding.Severity).DefaultIfEmpty(-1).Max();

    private static string KindOf(ReportedFile file)
    {
        if (file.Report.Findings.Count == 0)
        {
            return "good";
        }

        return FindingsSection.StyleOf((Severity)WorstOf(file));
    }

    private static Markup RenderBadge(ReportedFile file)
    {
        if (file.Report.Findings.Count == 0)
        {
            return new Markup("<span class=\"badge good\">OK</span>");
        }

        return FindingsSection.RenderBadge((Severity)WorstOf(file));
    }

    private static string ChooseNoun(int count, string singular, string plural) => count == 1 ? singular : plural;
}
