namespace StravaTools.MSBuild.Tests;

[TimeLimit(180)]
public sealed class ValidateActivityFilesTests : IDisposable
{
    private const string Validate = """
        <ItemGroup><File Include="*.gpx;*.fit;*.json;*.gz;*.tcx" /></ItemGroup>
        <ValidateActivityFiles Files="@(File);$(Extra);$(Other)" ContinueOnError="ErrorAndContinue">
          <Output TaskParameter="Reports" ItemName="Report" />
          <Output TaskParameter="ValidFiles" ItemName="Valid" />
        </ValidateActivityFiles>
        <Message Importance="high"
            Text="report %(Report.Identity): %(Report.IsValid) %(Report.DataType) %(Report.SportType) %(Report.PointCount) %(Report.ElapsedSeconds)" />
        <Message Importance="high" Text="valid: @(Valid)" />
        """;

    private readonly Build _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Finding_is_a_build_error_with_code_file_line_and_column_and_the_other_files_are_checked()
    {
        _build.AddSample("planned-route.gpx");
        _build.AddSample("lunch-walk.tcx");
        _build.AddSample("evening-run.gpx.gz");
        _build.Add("a.json", """{"version": "2.0"}""");

        var output = await _build.RunAsync(Validate);

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("planned-route.gpx(7,8): error GPX0102: 60 of 60 points have no time.");
        output.AssertHas("a.json(1,13): error JSN0102: The version is '2.0'.");
        output.AssertHas("report planned-route.gpx: false gpx Ride 60");
        output.AssertHas("report lunch-walk.tcx: true tcx Walk 271 2700");
        output.AssertHas("report evening-run.gpx.gz: true gpx.gz Run 571 2280");
        Assert.Contains(output.Lines,
            line => line == "valid: evening-run.gpx.gz;lunch-walk.tcx" || line == "valid: lunch-walk.tcx;evening-run.gpx.gz");
    }

    [Fact]
    public async Task Valid_files_pass_and_a_warning_is_a_warning()
    {
        File.Copy(Path.Combine(Build.Repository, "module", "samples", "lunch-walk.tcx"), Path.Combine(_build.Folder, "renamed.gpx"));

        var output = await _build.RunAsync(Validate);

        Assert.Equal(0, output.ExitCode);
        output.AssertHas("renamed.gpx : warning GEN0106:");
        output.AssertHas("valid: renamed.gpx");
    }

    [Fact]
    public async Task Missing_file_directory_and_unknown_content_are_one_error_each()
    {
        Directory.CreateDirectory(Path.Combine(_build.Folder, "rides"));
        _build.Add("empty.gpx", "");
        _build.Add("text.fit", "just text");
        _build.AddSample("lunch-walk.tcx");

        var output = await _build.RunAsync(Validate, "-p:Extra=missing.gpx", "-p:Other=rides");

        Assert.Equal(1, output.ExitCode);
        output.AssertHas("missing.gpx : error FileNotFound:");
        output.AssertHas("rides : error PathIsDirectory:");
        output.AssertHas("empty.gpx : error GEN0101:");
        output.AssertHas("text.fit : error GEN0102:");
        output.AssertHas("valid: lunch-walk.tcx");
    }

    [Fact]
    public async Task Projects_of_a_multithreaded_build_check_their_own_files()
    {
        foreach (var (name, content) in new[] { ("a", "<gpx"), ("b", "<gpx>") })
        {
            Directory.CreateDirectory(Path.Combine(_build.Folder, name));
            _build.Add($"{name}/ride.gpx", content);
            _build.Add($"{name}/check.proj", $"""
                <Project DefaultTargets="Check">
                  <Import Project="../tasks.props" />
                  <Target Name="Check"><ValidateActivityFiles Files="ride.gpx" /></Target>
                </Project>
                """);
        }

        var output = await _build.RunAsync("""<MSBuild Projects="a/check.proj;b/check.proj" BuildInParallel="true" />""", "-mt", "-m:2");

        output.AssertHas("ride.gpx(1,5): error GPX0101:");
        output.AssertHas("ride.gpx(1,6): error GPX0101:");
    }
}
