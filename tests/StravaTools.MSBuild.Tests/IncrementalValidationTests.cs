namespace StravaTools.MSBuild.Tests;

/// <summary>The target StravaToolsValidate and the options of ValidateActivityFiles.</summary>
[TimeLimit(180)]
public sealed class IncrementalValidationTests : IDisposable
{
    private const string Skipped = "Skipping target \"StravaToolsValidate\" because all output files are up-to-date";

    private readonly Build _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Files_are_checked_again_only_if_a_file_or_an_option_has_changed()
    {
        _build.AddSample("lunch-walk.tcx");

        (await RunAsync()).AssertHasNot(Skipped);
        (await RunAsync()).AssertHas(Skipped);
        (await RunAsync("-p:StravaToolsExcludeRules=GPX*")).AssertHasNot(Skipped);
        (await RunAsync("-p:StravaToolsExcludeRules=GPX*")).AssertHas(Skipped);
        File.SetLastWriteTimeUtc(Path.Combine(_build.Folder, "lunch-walk.tcx"), DateTime.UtcNow.AddMinutes(1));
        (await RunAsync("-p:StravaToolsExcludeRules=GPX*")).AssertHasNot(Skipped);
    }

    [Fact]
    public async Task Build_with_errors_is_not_up_to_date()
    {
        _build.AddSample("planned-route.gpx");

        (await RunAsync()).AssertHas("planned-route.gpx(7,8): error GPX0102");
        var again = await RunAsync();

        again.AssertHas("planned-route.gpx(7,8): error GPX0102");
        Assert.Equal(1, again.ExitCode);
    }

    [Fact]
    public async Task Report_is_written_in_spite_of_errors_and_again_if_it_was_deleted()
    {
        _build.AddSample("planned-route.gpx");
        _build.AddSample("lunch-walk.tcx");
        var report = Path.Combine(_build.Folder, "out", "files.sarif");

        await RunAsync("-p:StravaToolsReportPath=out/files.sarif");
        Assert.Contains("\"uri\": \"planned-route.gpx\"", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        File.Delete(Path.Combine(_build.Folder, "planned-route.gpx"));
        await RunAsync("-p:StravaToolsReportPath=out/files.sarif");
        File.Delete(report);
        (await RunAsync("-p:StravaToolsReportPath=out/files.sarif")).AssertHasNot(Skipped);
        Assert.True(File.Exists(report));
    }

    [Fact]
    public async Task Build_without_files_is_a_warning() => (await RunAsync()).AssertHas("warning NoFiles: No files were specified");

    [Fact]
    public async Task Rules_can_be_selected()
    {
        _build.AddSample("planned-route.gpx");

        Assert.Equal(0, (await RunAsync("-p:StravaToolsExcludeRules=GPX0102")).ExitCode);
        Assert.Equal(0, (await RunAsync("-p:StravaToolsIncludeRules=TCX*%3BFIT*")).ExitCode);
        Assert.Equal(1, (await RunAsync("-p:StravaToolsSeverity=Error")).ExitCode);
    }

    [Theory]
    [InlineData("-p:StravaToolsIncludeRules=GPX9999", "error UnknownRule: No rule matches 'GPX9999'.")]
    [InlineData("-p:StravaToolsSeverity=Bad", "error UnknownSeverity: 'Bad' is not a severity.")]
    [InlineData("-p:StravaToolsReportPath=report.txt", "error ReportFormatUnknown:")]
    public async Task Unknown_option_is_an_error(string argument, string expected)
    {
        _build.AddSample("lunch-walk.tcx");

        var output = await RunAsync(argument);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas(expected);
    }

    [Fact]
    public async Task Target_runs_in_every_build_only_if_the_property_is_set()
    {
        _build.AddSample("planned-route.gpx");

        Assert.Equal(0, (await RunAsync("-t:Build")).ExitCode);
        Assert.Equal(1, (await RunAsync("-t:Build", "-p:StravaToolsValidateOnBuild=true")).ExitCode);
    }

    private Task<BuildOutput> RunAsync(params string[] arguments)
    {
        var targets = Path.Combine(Build.Repository, "src", "StravaTools.MSBuild", "build", "StravaTools.MSBuild.targets");
        _build.Add("files.proj", $"""
            <Project DefaultTargets="StravaToolsValidate">
              <PropertyGroup><StravaToolsTasksAssembly>{Build.TasksAssembly}</StravaToolsTasksAssembly></PropertyGroup>
              <ItemGroup><StravaActivityFile Include="*.gpx;*.tcx" /></ItemGroup>
              <Target Name="Build" />
              <Import Project="{targets}" />
            </Project>
            """);
        return _build.RunProjectAsync(Path.Combine(_build.Folder, "files.proj"), ["-v:normal", .. arguments]);
    }
}
