using System.Text.Json;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Reports;

public class SyncReportTests(ITestOutputHelper output)
{
    private const int Athlete = 227_615;

    [Fact]
    public async Task Text_has_what_failed_what_is_new_and_what_remains_in_a_few_lines_of_80_columns()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 15; day++)
        {
            setup.WriteRide(day, $"a folder with a rather long name/and another one below it/ride of day {day}.gpx");
            setup.WriteRoute($"route {day}.gpx");
            await File.AppendAllTextAsync(Path.Combine(setup.Folder, $"route {day}.gpx"), $"<!-- {day} -->", SyncSetup.Cancellation);
        }

        await setup.RunAsync();
        var text = SyncReportWriter.WriteReport(ReadReport(setup), SyncReportFormat.Text);
        output.WriteLine(text);

        var lines = text.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.StartsWith("StravaTools: 15 need you, 15 new, 0 remain\n", text, StringComparison.Ordinal);
        Assert.Contains("15 settled, exit code 4 (NeedsYou)", text, StringComparison.Ordinal);
        Assert.Contains("Last success  none", text, StringComparison.Ordinal);
        Assert.Contains("    GPX0102: 4 of 4 points have no time.", text, StringComparison.Ordinal);
        Assert.Contains("    Fix the file, or remove it.", text, StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line == "  and 5 more"));
    }

    [Fact]
    public async Task Page_encodes_names_and_loads_nothing()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "<img src=x> & 'été'.gpx");
        setup.WriteRoute("<script>alert(1).gpx");
        await setup.RunAsync();

        var page = SyncReportWriter.WriteReport(ReadReport(setup), SyncReportFormat.Html);

        Assert.Contains("&lt;img src=x&gt; &amp; &#x27;été&#x27;.gpx", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.Contains("color-scheme: light dark", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{setup.Fake.BaseUri}activities/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_same_content()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRoute("route.gpx");
        await setup.RunAsync();

        var report = JsonSerializer.Deserialize<JsonElement>(SyncReportWriter.WriteReport(ReadReport(setup), SyncReportFormat.Json));

        Assert.Equal(Athlete, report.GetProperty("athlete").GetInt64());
        Assert.Equal("NeedsYou", report.GetProperty("runs")[0].GetProperty("exitCode").GetString());
        Assert.Equal("GPX0102", report.GetProperty("problems")[0].GetProperty("errorId").GetString());
        Assert.Equal("Ready", report.GetProperty("new")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Problem_that_was_fixed_or_removed_is_not_reported()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRoute("fixed.gpx");
        setup.WriteRoute("removed.gpx");
        await File.AppendAllTextAsync(Path.Combine(setup.Folder, "removed.gpx"), "<!-- -->", SyncSetup.Cancellation);
        await setup.RunAsync();
        Assert.Equal(2, ReadReport(setup).Problems.Count);

        setup.WriteRide(1, "fixed.gpx");
        File.Delete(Path.Combine(setup.Folder, "removed.gpx"));
        await setup.RunAsync();

        var report = ReadReport(setup);
        Assert.Empty(report.Problems);
        Assert.Equal((1, TimeSpan.Zero), (report.New.Count, report.SinceLastSuccess));
    }

    [Fact]
    public async Task Counts_are_those_of_the_files_and_of_each_run()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRoute("route.gpx");
        await setup.RunAsync();
        setup.Clock.Advance(TimeSpan.FromHours(1));
        setup.WriteRide(2);
        await setup.RunAsync();

        var report = ReadReport(setup, runs: 5);

        Assert.Equal((3, 2, 1, 2), (report.Files, report.Settled, report.Problems.Count, report.New.Count));
        Assert.Equal([1, 1], report.Runs.Select(run => run.Settled));
        Assert.Equal("0002.gpx", Path.GetFileName(Assert.Single(ReadReport(setup, runs: 1).New).Path));
    }

    [Fact]
    public async Task Error_that_ended_a_run_is_reported_with_its_remedy()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync();
        setup.Clock.Advance(TimeSpan.FromHours(30));
        Directory.Move(setup.Folder, setup.Folder + "2");
        await Assert.ThrowsAsync<Http.Errors.ApiException>(() => setup.RunAsync());
        Directory.Move(setup.Folder + "2", setup.Folder);

        var report = ReadReport(setup, runs: 5);

        Assert.Equal([SyncExitCode.FolderMissing, SyncExitCode.Settled], report.Runs.Select(run => run.ExitCode!.Value));
        Assert.Contains("cannot be read", report.Runs[0].Reason, StringComparison.Ordinal);
        Assert.Equal("Check the path, or mount the drive.", report.Runs[0].Remedy);
        Assert.Equal("StravaTools: 0 need you, 1 new, 0 remain; last run: FolderMissing", report.Subject);
        Assert.Contains("1 d 6 h ago", SyncReportWriter.WriteReport(report, SyncReportFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_run_and_what_it_left_are_reported()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        using var abort = new CancellationTokenSource();
        setup.Handler.After = (_, request) =>
        {
            if (request.Method == HttpMethod.Post)
            {
                abort.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => setup.CreateSync().RunAsync(_ => { }, SyncSetup.Cancellation, abort.Token));

        var report = ReadReport(setup);

        Assert.Null(report.Runs[0].ExitCode);
        Assert.Equal(SyncState.Sending, Assert.Single(report.Remaining).State);
        var text = SyncReportWriter.WriteReport(report, SyncReportFormat.Text);
        Assert.Contains("did not end: it is active, or", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_until_which_files_wait_is_reported()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync();
        setup.WriteRide(2);
        setup.Fake.LeaveRequests(1);
        await setup.RunAsync(setup.Options with { MaxDuration = TimeSpan.FromMinutes(2) });

        var report = ReadReport(setup);

        Assert.Single(report.Remaining);
        Assert.True(report.NextRunAfter > report.Created, $"{report.NextRunAfter}");
        Assert.Contains("Waits until   2", SyncReportWriter.WriteReport(report, SyncReportFormat.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html", SyncReportFormat.Html)]
    [InlineData("report.HTM", SyncReportFormat.Html)]
    [InlineData("report.json", SyncReportFormat.Json)]
    [InlineData("report", SyncReportFormat.Text)]
    public void Extension_determines_the_format(string path, SyncReportFormat format) =>
        Assert.Equal(format, SyncReportWriter.FormatOf(path));

    private static SyncReport ReadReport(SyncSetup setup, int runs = 1) =>
        new SyncLedgers(setup.Fake.BaseUri, setup.State, setup.Clock).ReadReport(Athlete, runs);
}
