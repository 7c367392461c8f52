using System.Text.RegularExpressions;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>module/docs/rules.md is generated from the rules.</summary>
public sealed class RulesPageTests
{
    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public void Rules_page_matches_the_catalog() =>
        GeneratedFile.AssertCurrent(RepositoryFiles.PathOf("module", "docs", "rules.md"), RulesPage.Write());

    [Fact]
    public void Readme_has_the_number_of_rules() =>
        Assert.Contains($" {ActivityFileRules.All.Count} rules check ", File.ReadAllText(RepositoryFiles.PathOf("README.md")),
            StringComparison.Ordinal);

    [Fact]
    public void Readme_names_only_existing_rules()
    {
        var known = ActivityFileRules.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var named = Directory.GetFiles(RepositoryFiles.PathOf("module", "docs"), "*.md", SearchOption.AllDirectories)
            .Append(RepositoryFiles.PathOf("README.md"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\b(GEN|FIT|GPX|TCX|JSN)[0-9]{4}\b", RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)))
            .Select(match => match.Value);

        Assert.All(named, id => Assert.Contains(id, known));
    }
}
