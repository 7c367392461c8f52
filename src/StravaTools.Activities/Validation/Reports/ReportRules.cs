using StravaTools.Activities.Pages;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>Writes the rules that files break, and what they are about.</summary>
internal static class ReportRules
{
    /// <summary>The broken rules, those with the greatest severity first.</summary>
    public static IReadOnlyList<BrokenRule> FindBroken(IReadOnlyList<ReportedFile> files)
    {
        var counts = files
            .SelectMany(file => file.Report.Findings.Select(finding => (finding.RuleId, file)))
            .GroupBy(pair => pair.RuleId, pair => pair.file, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Count(), group.Distinct().Count()), StringComparer.Ordinal);
        return
        [
            .. ActivityFileRules.All
                .Where(rule => counts.ContainsKey(rule.Id))
                .Select(rule => new BrokenRule(rule, counts[rule.Id].Item1, counts[rule.Id].Item2))
                .OrderByDescending(broken => broken.Rule.Severity),
        ];
    }

    /// <summary>Writes a table with a row for each rule; nothing without any.</summary>
    public static void WriteTable(PageBuilder page, IReadOnlyList<BrokenRule> broken)
    {
        if (broken.Count == 0)
        {
            return;
        }

        page.AddLine("<section class=\"card rules\"><h2>Broken rules</h2><div class=\"wide\"><table><thead><tr>");
        page.AddLine("<th>Rule</th><th>Severity</th><th>Requirement</th><th>Findings</th><th>Files</th></tr></thead><tbody>");
        foreach (var (rule, findings, files) in broken)
        {
            page.AddMarkup($"<tr><td><a href=\"#rule-{rule.Id}\"><code>{rule.Id}</code></a></td>");
            page.AddMarkup($"<td>{FindingsSection.RenderBadge(rule.Severity)}</td><td>{rule.Title}</td>");
            page.AddMarkup($"<td>{PageText.FormatNumber(findings)}</td>");
            page.AddLine($"<td data-show=\"{rule.Id}\">{PageText.FormatNumber(files)}</td></tr>");
        }

        page.AddLine("</tbody></table></div></section>");
    }

    /// <summary>Writes why each broken rule matters, what to do, and an example.</summary>
    public static void WriteExplanations(PageBuilder page, IReadOnlyList<BrokenRule> broken)
    {
        if (broken.Count == 0)
        {
            return;
        }

        page.AddLine("<section class=\"explanations\"><h2>About the rules</h2>");
        foreach (var rule in broken.Select(known => known.Rule))
        {
            page.AddLine($"<article class=\"card\" id=\"rule-{rule.Id}\"><h3><code>{rule.Id}</code> {rule.Title}</h3>");
            page.AddLine($"<p>{rule.Why} {rule.WhatToDo}</p><p class=\"example\">Breaks it: <code>{rule.Example}</code></p>");
            if (rule.Sections.Count > 0)
            {
                page.AddLine($"<p class=\"example\">Based on {string.Join("; ", rule.Sections)}</p>");
            }

            page.AddLine("</article>");
        }

        page.AddLine("</section>");
    }
}
