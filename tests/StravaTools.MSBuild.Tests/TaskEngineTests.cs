using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.MSBuild.Tasks;
using Task = System.Threading.Tasks.Task;

namespace StravaTools.MSBuild.Tests;

/// <summary>What a real build cannot show: tasks that run in one process at the same time, and a task that is canceled.</summary>
public sealed class TaskEngineTests : IDisposable
{
    private readonly Build _first = new();
    private readonly Build _second = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Tasks_at_the_same_time_read_the_files_of_their_own_project()
    {
        File.Copy(Path.Combine(Build.Repository, "module", "samples", "planned-route.gpx"), Path.Combine(_first.Folder, "ride.gpx"));
        _second.Add("ride.gpx", "<gpx");
        var engines = new[] { new TaskEngine(), new TaskEngine() };

        var results = await Task.WhenAll(
            RunAsync(new ValidateActivityFiles { Files = [new TaskItem("ride.gpx")] }, engines[0], _first, []),
            RunAsync(new ValidateActivityFiles { Files = [new TaskItem("ride.gpx")] }, engines[1], _second, []));

        Assert.Equal([false, false], results);
        Assert.Equal(["ride.gpx(7,8): GPX0102"], engines[0].Errors);
        Assert.Equal(["ride.gpx(1,5): GPX0101"], engines[1].Errors);
    }

    [Fact]
    public async Task Tasks_at_the_same_time_use_the_token_of_their_own_environment()
    {
        var options = new FakeStravaOptions
        {
            Athletes = [new FakeAthlete { Id = 1, AccessToken = "first-token" }, new FakeAthlete { Id = 2, AccessToken = "second-token" }],
        };
        await using var fake = await FakeStravaServer.StartAsync(options, Cancellation);
        _first.AddSample("lunch-walk.tcx");
        _second.AddSample("morning-ride.fit");

        var results = await Task.WhenAll(
            RunAsync(Send("lunch-walk.tcx"), new TaskEngine(), _first, Environment(fake, "first-token")),
            RunAsync(Send("morning-ride.fit"), new TaskEngine(), _second, Environment(fake, "second-token")));

        Assert.Equal([true, true], results);
        Assert.Equal(
            [(1L, "lunch-walk"), (2L, "morning-ride")],
            fake.Uploads.Select(upload => (upload.AthleteId, upload.ExternalId.Split('~')[0])).Order());
    }

    [Fact]
    public async Task Canceled_task_sends_nothing_more_and_fails_with_a_message()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        _first.AddSample("lunch-walk.tcx");
        _first.AddSample("morning-ride.fit");
        using var task = Send("lunch-walk.tcx", "morning-ride.fit");
        var engine = new TaskEngine { OnMessage = message => CancelBefore("morning-ride.fit", message, task) };

        var succeeded = await RunAsync(task, engine, _first, Environment(fake, fake.AccessToken));

        Assert.False(succeeded);
        Assert.Contains("SendStravaUpload was canceled.", engine.Messages);
        Assert.Equal("lunch-walk.tcx", Assert.Single(task.Results).ItemSpec);
        Assert.Single(fake.Uploads);
    }

    [Fact]
    public async Task Pages_of_a_report_can_hide_the_start_and_the_end()
    {
        _first.AddSample("evening-run.gpx.gz");
        var files = new[] { new TaskItem("evening-run.gpx.gz") };
        var task = new ValidateActivityFiles { Files = files, ReportPath = "report.html", HideStartAndEnd = 300 };

        Assert.True(await RunAsync(task, new TaskEngine(), _first, []));

        var page = await File.ReadAllTextAsync(Path.Combine(_first.Folder, "report-pages", "evening-run.gpx.gz.html"), Cancellation);
        Assert.Contains("Positions within 300 m", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OnSettled")]
    [InlineData("OnLostAnswer")]
    public async Task Misspelled_word_is_an_error_and_nothing_is_sent(string property)
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        _first.AddSample("lunch-walk.tcx");
        using var task = new SyncStravaFolder { Paths = ["."], LedgerPath = "state" };
        typeof(SyncStravaFolder).GetProperty(property)!.SetValue(task, "Aks");
        var engine = new TaskEngine();

        Assert.False(await RunAsync(task, engine, _first, Environment(fake, fake.AccessToken)));

        Assert.Single(engine.Errors);
        Assert.Empty(fake.Requests);
    }

    private static void CancelBefore(string file, string message, SendStravaUpload task)
    {
        if (message.StartsWith($"Checking {file}", StringComparison.Ordinal))
        {
            task.Cancel();
        }
    }

    private static SendStravaUpload Send(params string[] files) => new() { Files = [.. files.Select(file => new TaskItem(file))] };

    private static Dictionary<string, string> Environment(FakeStravaServer fake, string token) =>
        new(StringComparer.Ordinal) { ["STRAVA_BASE_URI"] = fake.BaseUri.ToString(), ["STRAVA_ACCESS_TOKEN"] = token };

    private static Task<bool> RunAsync(StravaTask task, IBuildEngine engine, Build project, Dictionary<string, string> environment)
    {
        task.BuildEngine = engine;
        task.TaskEnvironment = TaskEnvironment.CreateWithProjectDirectoryAndEnvironment(project.Folder, environment);
        return Task.Run(task.Execute, Cancellation);
    }
}
