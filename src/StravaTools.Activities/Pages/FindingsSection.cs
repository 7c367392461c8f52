using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>Writes the findings of a file.</summary>
internal static class FindingsSection
{
    /// <summary>Writes the findings with the numbers that the pictures use; or one line that the file has no findings.</summary>
    public static void WriteFindings(PageBuilder page, IReadOnlyList<FindingMark> marks)
    {
        if (marks.Count == 0)
        {
            page.AddLine("<p class=\"card verdict good\"><strong>No findings.</strong> The file breaks no rule that Strava documents.</p>");
            return;
        }

        var errors = marks.Count(mark => mark.Finding.Severity == Severity.Error);
        var verdict = errors > 0 ? "Strava will probably reject this file." : "The file can be uploaded.";
        page.AddLine($"<section class=\"card findings\"><h2>Findings</h2><p class=\"verdict\">{verdict}</p><ol>");
        foreach (var mark in marks)
        {
            WriteFinding(page, mark);
        }

        page.AddLine("</ol></section>");
    }

    /// <summary>The class of a severity in the style sheet.</summary>
    public static string StyleOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Writes a badge with the severity.</summary>
    public static Markup RenderBadge(Severity severity) => severity switch
    {
        Severity.Error => new Markup("<span class=\"badge error\">Error</span>"),
        Severity.Warning => new Markup("<span class=\"badge warning\">Warning</span>"),
        _ => new Markup("<span class=\"badge note\">Information</span>"),
    };

    private static void WriteFinding(PageBuilder page, FindingMark mark)
    {
        var finding = mark.Finding;
        page.AddMarkup($"<li id=\"finding-{mark.Number}\"><span class=\"number {StyleOf(finding.Severity)}\">{mark.Number}</span>");
        page.AddMarkup($"<div>{RenderBadge(finding.Severity)} <code>{finding.RuleId}</code> ");
        page.AddMarkup($"<span class=\"place\">{FindingText.DescribePlace(finding)}</span>");
        page.AddLine($"<p>{finding.What}</p><p class=\"why\">{finding.Why} {finding.Remedy}</p></div></li>");
    }
}
