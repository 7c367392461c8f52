namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>The Pester tests, so that dotnet test is the only command. They fail if PowerShell or Pester cannot be started.</summary>
public sealed class PesterTests(PesterRun run, ITestOutputHelper output) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files => [.. PesterRun.TestFiles.Select(file => file.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void All_Pester_tests_of_a_file_pass(string name)
    {
        Assert.True(run.Failure is null, run.Failure);
        var file = run.Files.FirstOrDefault(file => file.Name == name);
        if (file is not { Tests.Count: > 0 })
        {
            Assert.Fail($"No test of {name} was run. {string.Join(' ', file?.Errors ?? [])}");
        }

        var failed = file.Tests.Where(test => test.Result != "Passed" && !IsSkippedOnWindows(test)).ToArray();
        output.WriteLine($"{file.Tests.Count - failed.Length} of {file.Tests.Count} passed.");
        Assert.True(failed.Length == 0 && file.Errors.Count == 0, Describe(file, failed));
    }

    [Fact]
    public void Pester_tests_leave_no_files()
    {
        Assert.True(run.Failure is null, run.Failure);
        Assert.Empty(run.Left);
    }

    [Fact]
    public void Each_cmdlet_has_a_Pester_file()
    {
        var cmdlets = Directory.GetFiles(Repository.PathOf("module", "docs"), "*-*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path) + ".Tests.ps1");

        Assert.Superset(cmdlets.ToHashSet(StringComparer.Ordinal), Files.Select(row => row.Data).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Windows has no signals. On other systems every test runs, and a skipped one is a failure.</summary>
    private static bool IsSkippedOnWindows(PesterTest test) => OperatingSystem.IsWindows() && test.Result == "Skipped";

    private static string Describe(PesterFile file, PesterTest[] failed) => string.Join(
        Environment.NewLine,
        file.Errors
            .Concat(failed.Select(test => $"- {test.Name}: {test.Result}{Environment.NewLine}{test.Message}"))
            .Prepend($"{failed.Length} of {file.Tests.Count} tests of {file.Name} failed."));
}
