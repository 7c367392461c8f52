namespace StravaTools.PowerShell.Tests.Help;

public sealed class HelpTests
{
    private static readonly string Maml = Repository.PathOf("module", "en-US", "StravaTools.PowerShell.dll-Help.xml");

    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public void MAML_matches_the_help_pages()
    {
        var pages = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md").Order(StringComparer.Ordinal);
        GeneratedFile.AssertCurrent(Maml, MamlWriter.Write(pages.Select(page => HelpPageReader.Read(Text(page)))));
    }

    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public void About_topic_lists_all_errors() =>
        GeneratedFile.AssertCurrent(Repository.PathOf("module", "en-US", "about_StravaTools_Errors.help.txt"), AboutErrors.Write());

    [Fact]
    public void Each_page_describes_an_exported_cmdlet()
    {
        var manifest = Text(Repository.PathOf("StravaTools.psd1"));
        var pages = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md").Select(page => Path.GetFileNameWithoutExtension(page))
            .ToArray();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"'{page}'", manifest, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Equal(page, HelpPageReader.Read(Text(Repository.PathOf("module", "docs", page + ".md"))).Name));
    }

    private static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
