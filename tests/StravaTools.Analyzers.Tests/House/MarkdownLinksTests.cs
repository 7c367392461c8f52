using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.House;

public sealed class MarkdownLinksTests
{
    [Fact]
    public void Relative_links_lead_to_files_and_headings()
    {
        var files = MarkdownFile.ReadAll().ToArray();
        var broken = files.SelectMany(file => file.Links.Where(link => link.IsRelative).Select(file.Explain)).OfType<string>().ToArray();

        Assert.True(files.Length > 60, $"Only {files.Length} files were found.");
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData("[a](README.md)", true)]
    [InlineData("[a](missing.md)", false)]
    [InlineData("![a](src/README.md \"title\")", true)]
    [InlineData("![a](missing.png)", false)]
    [InlineData("[a]: missing.md", false)]
    [InlineData("[a](src)", true)]
    [InlineData("[a](src/README.md#the-map)", true)]
    [InlineData("[a](src/README.md#missing)", false)]
    [InlineData("# What's `new`?\n\n[a](#whats-new)", true)]
    [InlineData("# Same\n\n# Same\n\n[a](#same-1)", true)]
    [InlineData("# Same\n\n[a](#same-1)", false)]
    [InlineData("`[a](missing.md)`", true)]
    [InlineData("```\n[a](missing.md)\n```", true)]
    [InlineData("```\n# Code\n```\n[a](#code)", false)]
    public void Links_are_checked_outside_of_code(string text, bool isValid)
    {
        var file = MarkdownFile.Parse(Repository.PathOf("Sample.md"), text);
        Assert.Equal(isValid, file.Links.All(link => file.Explain(link) is null));
    }

    [Theory]
    [InlineData("[a](https://example.com/page)")]
    [InlineData("[a](mailto:somewhere@example.com)")]
    public void Links_to_the_web_are_not_relative(string text) =>
        Assert.All(MarkdownFile.Parse(Repository.PathOf("Sample.md"), text).Links, link => Assert.False(link.IsRelative));
}
