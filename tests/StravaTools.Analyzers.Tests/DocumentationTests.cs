using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests;

/// <summary>Every rule has a page, every page has a rule, and the index lists all rules.</summary>
public sealed class DocumentationTests
{
    private static readonly string Docs = Repository.PathOf("src", "StravaTools.Analyzers", "docs");

    private static readonly DiagnosticDescriptor[] Rules = [.. typeof(RuleIdentifiers).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .DistinctBy(rule => rule.Id)
        .OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        var pages = Directory.GetFiles(Docs, "STRV*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(Rules.Select(rule => rule.Id), pages);
        Assert.All(
            Rules, rule => Assert.EndsWith($"/src/StravaTools.Analyzers/docs/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_has_the_four_sections() => Assert.All(Rules, rule =>
    {
        var lines = File.ReadAllLines(Path.Combine(Docs, rule.Id + ".md"));
        Assert.Equal($"# {rule.Id}: {rule.Title}", lines[0]);
        Assert.Equal(
            ["## Why", "## How to fix", "## When to suppress"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    });

    [Fact]
    public void Every_rule_has_the_category_and_severity_of_its_family() => Assert.All(Rules, rule =>
    {
        // Rules for users only warn.
        Assert.Equal(rule.Id[4] == '4' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, rule.DefaultSeverity);
        Assert.Equal(
            rule.Id[4] switch
            {
                '1' => RuleCategories.Cmdlets,
                '2' => RuleCategories.House,
                '3' => RuleCategories.Contract,
                _ => RuleCategories.Usage,
            },
            rule.Category);
    });

    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public void The_index_lists_every_rule()
    {
        var index = string.Join('\n', [
            "# The rules", "",
            "STRV1xxx apply to cmdlets, STRV2xxx to the architecture, STRV3xxx to the contract, and STRV4xxx to users of our packages.", "",
            "| ID | Category | Requirement |", "|---|---|---|",
            .. Rules.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Category} | {rule.Title} |"), ""]);
        GeneratedFile.AssertCurrent(Path.Combine(Docs, "README.md"), index);
    }
}
