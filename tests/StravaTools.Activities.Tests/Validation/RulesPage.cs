using System.Globalization;
using System.Text;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>module/docs/rules.md as the catalogue makes it.</summary>
internal static class RulesPage
{
    private static readonly (string Prefix, string Title)[] Families =
    [
        ("GEN", "All formats"), ("FIT", "FIT"), ("GPX", "GPX"), ("TCX", "TCX"), ("JSN", "Strength JSON"),
    ];

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The rules that activity files are held to

            <!-- Made of the catalogue in src/StravaTools.Activities/Validation/Rules by the tests: UPDATE_GENERATED=1 dotnet test tests/StravaTools.Activities.Tests -->

            There are {ActivityFileRules.All.Count} rules. An **Error** is based on Strava's documents or on a recorded refusal, and such a file is not sent.
            A **Warning** does not keep a file from being sent, but something in it may be ignored or look wrong. **Information** is worth
            knowing. The rule of each page names its source; a rule without one is based on problems that users reported.

            `Test-ActivityFile` checks all of them; `-IncludeRule`, `-ExcludeRule` and `-Severity` choose. `Get-ActivityFileRule` lists them.


            """);
        foreach (var (prefix, title) in Families)
        {
            WriteTable(page, title, [.. ActivityFileRules.All.Where(rule => rule.Id.StartsWith(prefix, StringComparison.Ordinal))]);
        }

        foreach (var rule in ActivityFileRules.All)
        {
            WriteRule(page, rule);
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void WriteTable(StringBuilder page, string title, IReadOnlyList<ActivityFileRule> rules)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| Rule | Severity | What it says |\n|---|---|---|\n");
        foreach (var rule in rules)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.Severity} | {rule.Title} |\n");
        }

        page.Append('\n');
    }

    private static void WriteRule(StringBuilder page, ActivityFileRule rule)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {rule.Id}\n\n{rule.Severity}: {rule.Title}.\n\n{rule.Why}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"What to do: {rule.WhatToDo}\n\nWhat breaks it:\n\n```\n{rule.Example}\n```\n\n");
        if (rule.Sections.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"Source: {string.Join("; ", rule.Sections.Select(Link))}.\n\n");
        }

        foreach (var refusal in rule.Refusals)
        {
            var report = refusal.Report.Replace("https://github.com/", "", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"Recorded refusal: \"{refusal.Answer}\" ([{report}]({refusal.Report})).\n\n");
        }
    }

    private static string Link(string section)
    {
        var comma = section.IndexOf(", ", StringComparison.Ordinal);
        return $"[{section[(comma + 3)..^1]}](https://{section[..comma]}/)";
    }
}
