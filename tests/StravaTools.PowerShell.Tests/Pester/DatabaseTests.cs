namespace StravaTools.PowerShell.Tests.Pester;

/// <summary>The Pester tests with a database.</summary>
public sealed class DatabaseTests
{
    [Fact]
    [TimeLimit(240)]
    public async Task All_Pester_tests_with_PostgreSQL_pass()
    {
        RequiredTool.PostgreSql("initdb");
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            RequiredTool.OnPath("runuser");
            RequiredTool.OnPath("chown");
        }

        var run = new PesterRun();
        await run.RunAsync(new DirectoryInfo(Repository.PathOf("tests", "Module", "Database")).GetFiles("*.Tests.ps1"), processes: 1);

        Assert.True(run.Failure is null, run.Failure);
        var file = Assert.Single(run.Files);
        Assert.Empty(file.Errors);
        Assert.NotEmpty(file.Tests);
        Assert.All(file.Tests, test => Assert.True(test.Result == "Passed", $"{test.Name}: {test.Result}"));
        Assert.Empty(run.Left);
    }
}
