using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>An HTML page without scripts or network access, for small and large screens, light and dark.</summary>
internal sealed class HtmlReport : ReportFormat
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public override string Extension => ".html";

    private protected override void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files)
    {
        using var html = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine(HtmlPage.Head);
        WriteSummary(html, files);
        WriteRules(html, files);
        html.WriteLine("<h2>Files</h2>");

        // The worst files come first; equal ones keep their order.
        foreach (var file in files.OrderByDescending(WorstOf))
        {
            WriteFile(html, file);
        }

        html.WriteLine(HtmlPage.Foot);
    }

    private static void WriteSummary(TextWriter html, IReadOnlyList<ReportedFile> files)
    {
        var bad = files.Count(file => !file.Report.IsValid);
        var warned = files.Count(file => WorstOf(file) == (int)Severity.Warning);
        html.WriteLine("<ul class=\"summary\">");
        html.WriteLine($"<li><b>{Number(files.Count)}</b> {ChooseNoun(files.Count, "file", "files")} checked</li>");
        html.WriteLine($"<li class=\"error\"><b>{Number(bad)}</b> with errors</li>");
        html.WriteLine($"<li class=\"warning\"><b>{Number(warned)}</b> with warnings only</li>");
        html.WriteLine($"<li class=\"good\"><b>{Number(files.Count - bad - warned)}</b> ready to send</li>");
        html.WriteLine("</ul>");
    }

    private static void WriteRules(TextWriter html, IReadOnlyList<ReportedFile> files)
    {
        var broken = files.SelectMany(file => file.Report.Findings).CountBy(finding => finding.RuleId).ToDictionary(StringComparer.Ordinal);
        if (broken.Count == 0)
        {
            return;
        }

        html.WriteLine("<h2>Broken rules</h2>");
        html.WriteLine(
            "<div class=\"wide\"><table><thead><tr><th>Rule</th><th>Severity</th><th>Requirement</th>" +
            "<th class=\"number\">Findings</th></tr></thead><tbody>");
        foreach (var rule in ActivityFileRules.All.Where(rule => broken.ContainsKey(rule.Id)).OrderByDescending(rule => rule.Severity))
        {
            html.WriteLine(
                $"<tr><td><code>{rule.Id}</code></td><td>{RenderBadge(rule.Severity)}</td><td>{Encode(rule.Title)}</td>" +
                $"<td class=\"number\">{Number(broken[rule.Id])}</td></tr>");
        }

        html.WriteLine("</tbody></table></div>");
    }

    private static void WriteFile(TextWriter html, ReportedFile file)
    {
        var findings = file.Report.Findings;
        html.WriteLine(file.Report.IsValid ? "<details>" : "<details open>");
        html.WriteLine($"<summary>{RenderBadge(findings)} <span class=\"path\">{Encode(file.Path)}</span></summary>");
        html.WriteLine($"<p class=\"facts\">{Encode(FactsOf(file.Report))}</p>");
        if (findings.Count > 0)
        {
            html.WriteLine("<ul class=\"findings\">");
            foreach (var finding in findings)
            {
                WriteFinding(html, finding);
            }

            html.WriteLine("</ul>");
        }

        html.WriteLine("</details>");
    }

    private static void WriteFinding(TextWriter html, Finding finding)
    {
        List<string> facts = [ReportedFile.PlaceOf(finding)];
        if (finding.Count > 1)
        {
            facts.Add($"{Number(finding.Count)} times");
        }

        var place = string.Join(", ", facts.Where(fact => fact.Length > 0));
        html.WriteLine(
            $"<li>{RenderBadge(finding.Severity)} <code>{finding.RuleId}</code> <span class=\"place\">{place}</span>" +
            $"<p>{Encode(finding.Message)}</p></li>");
    }

    private static string FactsOf(ActivityFileReport report)
    {
        var invariant = CultureInfo.InvariantCulture;
        string?[] facts =
        [
            report.DataType ?? "unknown format",
            report.SportType?.Name,
            report.StartTime?.ToString("yyyy-MM-dd HH:mm:ss zzz", invariant),
            report.ElapsedTime is { } time ? $"{(long)time.TotalHours}:{time:mm\\:ss} h" : null,
            report.Distance is { } meters ? (meters / 1000).ToString("0.00 'km'", invariant) : null,
            $"{Number(report.PointCount)} {ChooseNoun(report.PointCount, "point", "points")}",
        ];
        return string.Join(" · ", facts.OfType<string>());
    }

    private static int WorstOf(ReportedFile file) => file.Report.Findings.Select(finding => (int)finding.Severity).DefaultIfEmpty(-1).Max();

    private static string RenderBadge(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return "<span class=\"badge good\">OK</span>";
        }

        return RenderBadge(findings.Max(finding => finding.Severity));
    }

    private static string ChooseNoun(int count, string singular, string plural)
    {
        if (count == 1)
        {
            return singular;
        }

        return plural;
    }

    private static string RenderBadge(Severity severity) => severity switch
    {
        Severity.Error => "<span class=\"badge error\">Error</span>",
        Severity.Warning => "<span class=\"badge warning\">Warning</span>",
        _ => "<span class=\"badge note\">Note</span>",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Encode(string text) => Encoder.Encode(CleanText.RemoveInvalidCharacters(text));
}
