using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StravaTools.Analyzers.Tests.Harness;
using StravaTools.Client.Analyzers;

namespace StravaTools.Analyzers.Tests;

/// <summary>Every rule has a page, every page has a rule, and an index lists the rules of each assembly.</summary>
public sealed class DocumentationTests
{
    private static readonly DiagnosticDescriptor[] Rules =
        [.. RulesOf(typeof(RuleIdentifiers).Assembly), .. RulesOf(typeof(UsageRuleIdentifiers).Assembly)];

    public static TheoryData<string> Projects => ["StravaTools.Analyzers", "StravaTools.Client.Analyzers"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_rule_has_a_page_and_every_page_a_rule(string project)
    {
        var rules = RulesOf(Assembly.Load(project));
        var pages = Directory.GetFiles(DocsOf(project), "STRV*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(rules.Select(rule => rule.Id), pages);
        Assert.All(
            rules,
            rule => Assert.EndsWith($"/blob/main/src/{project}/docs/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_page_has_the_four_sections(string project) => Assert.All(RulesOf(Assembly.Load(project)), rule =>
    {
        var lines = File.ReadAllLines(Path.Combine(DocsOf(project), rule.Id + ".md"));
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
                _ => UsageRuleIdentifiers.Category,
            },
            rule.Category);
    });

    [Fact]
    public void The_assembly_that_users_get_has_the_rules_for_users_only()
    {
        Assert.All(RulesOf(typeof(UsageRuleIdentifiers).Assembly), rule => Assert.StartsWith("STRV4", rule.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(
            RulesOf(typeof(RuleIdentifiers).Assembly), rule => rule.Id.StartsWith("STRV4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "StravaTools.Analyzers",
        "STRV1xxx apply to cmdlets, STRV2xxx to the architecture, and STRV3xxx to the contract. They apply to this repository only.")]
    [InlineData("StravaTools.Client.Analyzers", "The package StravaTools.Client contains these rules. They apply to code that uses it.")]
    [Trait("Category", GeneratedFile.Category)]
    public void The_index_lists_every_rule(string project, string introduction)
    {
        var index = string.Join('\n', [
            "# The rules", "", introduction, "", "| ID | Category | Requirement |", "|---|---|---|",
            .. RulesOf(Assembly.Load(project)).Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Category} | {rule.Title} |"), ""]);
        GeneratedFile.AssertCurrent(Path.Combine(DocsOf(project), "README.md"), index);
    }

    private static string DocsOf(string project) => Repository.PathOf("src", project, "docs");

    private static DiagnosticDescriptor[] RulesOf(Assembly assembly) => [.. assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .DistinctBy(rule => rule.Id)
        .OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}
