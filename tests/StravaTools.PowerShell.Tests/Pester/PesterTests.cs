namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>The Pester tests, so that dotnet test is the only command. Skipped, with the reason, where they cannot run; never passed then.</summary>
public sealed class PesterTests(PesterRun run, ITestOutputHelper output) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("tests", "Module"), "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void All_tests_pass_of(string name)
    {
        Assert.SkipWhen(run.Skipped is not null, run.Skipped ?? "");
        Assert.True(run.Failure is null, run.Failure);
        var file = run.Files.FirstOrDefault(file => file.Name == name);
        if (file is not { Tests.Count: > 0 })
        {
            Assert.Fail($"No test of {name} was run. {string.Join(' ', file?.Errors ?? [])}");
        }

        var failed = file.Tests.Where(test => test.Result is not ("Passed" or "Skipped")).ToArray();
        output.WriteLine($"{file.Tests.Count - failed.Length} of {file.Tests.Count} passed.");
        foreach (var skipped in file.Tests.Where(test => test.Result == "Skipped"))
        {
            output.WriteLine($"Skipped: {skipped.Name}");
        }

        Assert.True(failed.Length == 0 && file.Errors.Count == 0, Describe(file, failed));
    }

    [Fact]
    public void Each_cmdlet_has_a_file_of_tests()
    {
        var cmdlets = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md").Select(path => Path.GetFileNameWithoutExtension(path) + ".Tests.ps1");

        Assert.Superset(cmdlets.ToHashSet(StringComparer.Ordinal), Files.Select(row => row.Data).ToHashSet(StringComparer.Ordinal));
    }

    private static string Describe(PesterFile file, PesterTest[] failed) => string.Join(
        Environment.NewLine,
        file.Errors
            .Concat(failed.Select(test => $"- {test.Name}: {test.Result}{Environment.NewLine}{test.Message}"))
            .Prepend($"{failed.Length} of {file.Tests.Count} tests of {file.Name} failed."));
}
