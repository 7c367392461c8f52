namespace StravaTools.PowerShell.Tests.Help;

public sealed class HelpTests
{
    private static readonly string Maml = Repository.PathOf("module", "en-US", "StravaTools.PowerShell.dll-Help.xml");

    [Fact]
    public void MAML_matches_the_pages()
    {
        var pages = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md").Order(StringComparer.Ordinal);
        var expected = MamlWriter.Write(pages.Select(page => HelpPageReader.Read(Text(page))));
        if (Environment.GetEnvironmentVariable("UPDATE_HELP") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Maml)!);
            File.WriteAllText(Maml, expected);
        }

        Assert.True(File.Exists(Maml) && Text(Maml) == expected, "The help is stale. Update it: UPDATE_HELP=1 dotnet test tests/StravaTools.PowerShell.Tests");
    }

    [Fact]
    public void Each_page_describes_an_exported_cmdlet()
    {
        var manifest = Text(Repository.PathOf("StravaTools.psd1"));
        var pages = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md").Select(page => Path.GetFileNameWithoutExtension(page)).ToArray();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"'{page}'", manifest, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Equal(page, HelpPageReader.Read(Text(Repository.PathOf("module", "docs", page + ".md"))).Name));
    }

    private static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
