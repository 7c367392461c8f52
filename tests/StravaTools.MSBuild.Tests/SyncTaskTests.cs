using StravaTools.FakeStrava;

namespace StravaTools.MSBuild.Tests;

/// <summary>The target StravaToolsSync, in real builds against the fake.</summary>
[TimeLimit(180)]
public sealed class SyncTaskTests : IDisposable
{
    private const string Sync = """
        <SyncStravaFolder Paths="rides" LedgerPath="state" LogPath="job.log" PlanOnly="$(PlanOnly)" ContinueOnError="ErrorAndContinue">
        <Output TaskParameter="Results" ItemName="Result" /><Output TaskParameter="ExitCode" PropertyName="SyncExitCode" />
        </SyncStravaFolder>
        <Message Importance="high" Text="result %(Result.Filename): %(Result.State) %(Result.ErrorId)" />
        <Message Importance="high" Text="code=$(SyncExitCode)" />
        """;

    private readonly Build _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Folder_is_uploaded_once_and_a_file_that_needs_the_user_fails_the_build()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _build.Environment["STRAVA_BASE_URI"] = fake.BaseUri.AbsoluteUri;
        AddRide("lunch-walk.tcx");

        var plan = await _build.RunAsync(Sync, "-property:PlanOnly=true");
        Assert.Equal(0, plan.ExitCode);
        plan.AssertHas("result lunch-walk: Planned");
        Assert.Empty(fake.Activities);

        var missing = await _build.RunAsync(Sync);
        Assert.Equal(1, missing.ExitCode);
        missing.AssertHas("error NoAccessToken:");
        missing.AssertHas("code=6");

        _build.Environment["STRAVA_ACCESS_TOKEN"] = fake.AccessToken;
        AddRide("planned-route.gpx");
        var output = await _build.RunAsync(Sync);
        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error GPX0102:");
        output.AssertHas("result lunch-walk: Ready");
        output.AssertHas("result planned-route: Invalid GPX0102");
        output.AssertHas("Settled: 1 of 2, 1 in this build. Need you: 1. Remaining: 0.");
        output.AssertHas("code=4");
        output.AssertHasNot(fake.AccessToken);
        Assert.Single(fake.Activities);
        Assert.Contains("event=end code=4", await File.ReadAllTextAsync(Path.Combine(_build.Folder, "job.log"), Cancellation), Ordinal);

        File.Delete(Path.Combine(_build.Folder, "rides", "planned-route.gpx"));
        var second = await _build.RunAsync(
            """<CallTarget Targets="StravaToolsSync" />""", "-property:StravaToolsSyncFolder=rides",
            "-property:StravaToolsSyncLedgerPath=state");
        Assert.Equal(0, second.ExitCode);
        second.AssertHas("Settled: 1 of 1, 0 in this build.");
        second.AssertHas("Requests: 0.");

        var verified = await _build.RunAsync(
            """<CallTarget Targets="StravaToolsSync" />""", "-property:StravaToolsSyncFolder=rides",
            "-property:StravaToolsSyncLedgerPath=state", "-property:StravaToolsSyncVerify=true");
        Assert.Equal(0, verified.ExitCode);
        verified.AssertHas("On Strava: 1 of 1.");
    }

    [Fact]
    public async Task Wrong_setting_is_an_error_with_its_name()
    {
        var output = await _build.RunAsync("""<SyncStravaFolder Paths="rides" MaxDuration="soon" />""");
        Assert.Equal(1, output.ExitCode);
        output.AssertHas("error SettingNotValid: MaxDuration cannot be 'soon'. It must be h:mm:ss or a number of seconds.");
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Two hours old, so that it does not look like it is being written.</summary>
    private void AddRide(string sample)
    {
        var path = Path.Combine(_build.Folder, "rides", sample);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Path.Combine(Build.Repository, "module", "samples", sample), path);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));
    }
}
