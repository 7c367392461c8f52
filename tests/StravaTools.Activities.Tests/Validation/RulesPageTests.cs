using System.Text.RegularExpressions;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>module/docs/rules.md is made of the catalogue.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public void The_page_is_what_the_catalogue_says()
    {
        var path = RepositoryFiles.PathOf("module", "docs", "rules.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, RulesPage.Write());
        }

        Assert.True(RulesPage.Write() == File.ReadAllText(path), "module/docs/rules.md is out of date; run the tests with UPDATE_DOCS=1 and commit it.");
    }

    [Fact]
    public void Readme_names_no_rule_that_does_not_exist()
    {
        var known = ActivityFileRules.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var named = Directory.GetFiles(RepositoryFiles.PathOf("module", "docs"), "*.md").Append(RepositoryFiles.PathOf("README.md"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\b(GEN|FIT|GPX|TCX|JSN)[0-9]{4}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .Select(match => match.Value);

        Assert.All(named, id => Assert.Contains(id, known));
    }
}
