namespace StravaTools.Packages.Tests;

/// <summary>A pack that fails leaves no package that could be published.</summary>
[Collection(SharesPackages.Name)]
[TimeLimit(200)]
public sealed class FailedPackTests(BuiltPackages built)
{
    [Fact]
    public async Task Nothing_is_left_if_a_package_breaks_its_previous_version()
    {
        var packages = built.CreateFolder("failed");
        var earlier = Path.Combine(packages, "StravaTools.Http.0.0.1.nupkg");
        await File.WriteAllTextAsync(earlier, "of an earlier run", TestContext.Current.CancellationToken);

        // As if the previous version of every package had the types of this one.
        var previous = Path.Combine(built.Folder, $"StravaTools.Decathlon.{built.Version}.nupkg");
        var run = await BuiltPackages.PackAsync(packages, $"PackageValidationBaselinePath={previous}");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error CP0001", run.Output, StringComparison.Ordinal);
        Assert.Contains("DecathlonClient", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(packages));
    }
}
