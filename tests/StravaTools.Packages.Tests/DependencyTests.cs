using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace StravaTools.Packages.Tests;

/// <summary>A package that runs without NuGet contains every assembly that its assemblies need.</summary>
[Collection(SharesPackages.Name)]
public sealed class DependencyTests(BuiltPackages packages)
{
    /// <summary>
    /// The assemblies of .NET and ASP.NET Core, and those of the programs that load ours. The module StravaTools.PostgreSql is installed
    /// separately, and the module StravaTools loads it.
    /// </summary>
    private static readonly HashSet<string> Provided =
    [
        .. AssembliesOf("Microsoft.NETCore.App"), .. AssembliesOf("Microsoft.AspNetCore.App"),
        "System.Management.Automation", "Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core",
        "StravaTools.Sync.PostgreSql",
    ];

    [Theory]
    [InlineData("StravaTools", "module/")]
    [InlineData("StravaTools", "module/FakeStrava/")]
    [InlineData("StravaTools.MSBuild", "tools/net10.0/")]
    [InlineData("StravaTools.MSBuild", "tools/net10.0/FakeStrava/")]
    [InlineData("fake-strava", "tools/net10.0/any/")]
    public void Every_needed_assembly_is_in_the_folder(string id, string folder)
    {
        using var package = ZipFile.OpenRead(id == "StravaTools" ? packages.ModulePath : packages.PathOf(id));
        var assemblies = package.Entries
            .Where(entry => entry.FullName == folder + entry.Name && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        var present = assemblies.Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(assemblies);
        Assert.All(
            assemblies.Where(entry => entry.Name.StartsWith("StravaTools.", StringComparison.Ordinal)),
            entry => Assert.DoesNotContain(ReferencesOf(entry), name => !present.Contains(name) && !Provided.Contains(name)));
    }

    private static List<string> ReferencesOf(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(bytes);
        }

        bytes.Position = 0;
        using var image = new PEReader(bytes);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> AssembliesOf(string framework)
    {
        var version = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var folder = Path.Combine(version.Parent!.Parent!.FullName, framework, version.Name);
        return Directory.GetFiles(folder, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path));
    }
}
