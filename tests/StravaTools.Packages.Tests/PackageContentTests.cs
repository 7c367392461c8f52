using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StravaTools.Packages.Tests;

/// <summary>What is in the packages, and what is not.</summary>
[Collection(SharesPackages.Name)]
public sealed partial class PackageContentTests(BuiltPackages packages)
{
    private static readonly string[] Libraries =
        ["StravaTools.Activities", "StravaTools.Http", "StravaTools.Client", "StravaTools.Decathlon", "StravaTools.FakeStrava",
            "StravaTools.Sync", "StravaTools.Sync.PostgreSql", "StravaTools.Client.DependencyInjection"];

    private static readonly string[] All = [.. Libraries, "StravaTools.MSBuild", "fake-strava"];

    public static TheoryData<string> LibraryNames => [.. Libraries];

    public static TheoryData<string> Names => [.. All];

    [Fact]
    public void Every_package_is_tested()
    {
        var ids = Directory.GetFiles(packages.Folder, "*.nupkg").Select(path => Path.GetFileName(path).Split($".{packages.Version}")[0]);
        Assert.Equal(All.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_has_readme_icon_license_and_source(string id)
    {
        using var package = packages.Open(id);
        var metadata = ReadMetadata(package, id);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal("icon.png", metadata["icon"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.Equal(packages.Version, metadata["version"]);
        Assert.Equal(ProjectData.RepositoryUrl, metadata["projectUrl"]);
        Assert.NotEmpty(metadata["description"]);
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.NotNull(package.GetEntry("README.md"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_of_the_readme_are_files_of_the_package(string id)
    {
        using var package = packages.Open(id);
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.All(Link().Matches(reader.ReadToEnd()), link => Assert.NotNull(package.GetEntry(link.Groups["target"].Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_contains_no_house_rules(string id)
    {
        using var package = packages.Open(id);
        Assert.DoesNotContain(package.Entries, entry => entry.Name.StartsWith("StravaTools.Analyzers", StringComparison.Ordinal));
        var analyzers = package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal));
        Assert.Equal(
            id == "StravaTools.Client" ? ["StravaTools.Client.Analyzers.CodeFixes.dll", "StravaTools.Client.Analyzers.dll"] : [],
            analyzers.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LibraryNames))]
    public void Library_has_documentation_and_symbols(string id)
    {
        using var package = packages.Open(id);
        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.xml"));
        using var symbols = packages.Open(id, "snupkg");
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{id}.pdb"));
    }

    [Fact]
    public void Tasks_have_their_dependencies_next_to_them()
    {
        using var package = packages.Open("StravaTools.MSBuild");
        Assert.All(
            ["build/StravaTools.MSBuild.targets", "buildTransitive/StravaTools.MSBuild.targets", "tools/net10.0/StravaTools.MSBuild.dll",
                "tools/net10.0/StravaTools.Client.dll", "tools/net10.0/FakeStrava/StravaTools.FakeStrava.dll"],
            path => Assert.NotNull(package.GetEntry(path)));
        Assert.DoesNotContain(package.Entries, entry => entry.Name.StartsWith("Microsoft.Build", StringComparison.Ordinal));
    }

    [Fact]
    public void Module_contains_no_symbols_sources_or_tests()
    {
        using var package = ZipFile.OpenRead(packages.ModulePath);
        string[] expected = ["CHANGELOG.md", "LICENSE", "StravaTools.psd1", "en-US", "module"];
        string[] ofNuGet = ["StravaTools.nuspec", "[Content_Types].xml", "_rels", "package"];
        var top = package.Entries.Select(entry => Uri.UnescapeDataString(entry.FullName.Split('/')[0])).Distinct();
        Assert.Equal(expected, top.Except(ofNuGet).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => Path.GetExtension(entry.Name) is ".pdb" or ".cs" or ".csproj");
        Assert.NotNull(package.GetEntry("module/FakeStrava/StravaTools.FakeStrava.dll"));
        Assert.NotNull(package.GetEntry("module/en-US/StravaTools.PowerShell.dll-Help.xml"));
    }

    [Fact]
    public void Module_contains_native_code_for_this_system()
    {
        using var package = ZipFile.OpenRead(packages.ModulePath);
        Assert.True(HasNativeCode(package, $"module/native/{RuntimeInformation.RuntimeIdentifier}/StravaTools.Activities.dll"));
        Assert.False(HasNativeCode(package, "module/StravaTools.Activities.dll"));
    }

    private static bool HasNativeCode(ZipArchive package, string path)
    {
        using var file = new MemoryStream();
        using (var entry = package.GetEntry(path)!.Open())
        {
            entry.CopyTo(file);
            file.Position = 0;
        }

        using var image = new PEReader(file);
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static Dictionary<string, string> ReadMetadata(ZipArchive package, string id)
    {
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().First().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
