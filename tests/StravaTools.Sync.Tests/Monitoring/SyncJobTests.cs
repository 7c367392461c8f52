using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Results;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Monitoring;

public sealed class SyncJobTests : IDisposable
{
    private static readonly Uri Address = new("https://monitoring.example/ping/secret-id?rid=1");
    private readonly MonitoringService _service = new();
    private readonly HttpClient _http;

    public SyncJobTests() => _http = new HttpClient(_service);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("job.log", null)]
    [InlineData("logs/job.jsonl", null)]
    [InlineData("job.txt", SyncLogFormat.Json)]
    public async Task Log_has_the_start_each_file_and_the_end_and_no_secret(string name, SyncLogFormat? format)
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "ride \"a\" b=c\n2026 ERR.gpx");
        setup.WriteRoute("route.gpx");
        var path = Path.Combine(setup.State, name);
        var monitoring = new SyncMonitoring { LogPath = path, LogFormat = format, HeartbeatUri = Address };

        await setup.RunAsync(CreateJob(setup, monitoring));

        var lines = await File.ReadAllLinesAsync(path, SyncSetup.Cancellation);
        Assert.Equal(4, lines.Length);
        var text = string.Join('\n', lines);
        Assert.DoesNotContain(setup.Fake.AccessToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-id", text, StringComparison.Ordinal);
        if (name == "job.log")
        {
            const string Line = "^[0-9-]{10}T[0-9:.]+Z (INF|WRN) run=[0-9a-f]{8} event=(start|file|end) ";
            Assert.All(lines, line => Assert.Matches(Line, line));
            Assert.Contains("WRN", lines[1], StringComparison.Ordinal);
            Assert.Contains("state=Invalid path=", text, StringComparison.Ordinal);
            Assert.Contains("error=GPX0102", text, StringComparison.Ordinal);
            Assert.Contains("ride \\\"a\\\" b=c\\n2026 ERR.gpx\"", text, StringComparison.Ordinal);
            Assert.Contains("code=4 meaning=NeedsYou found=2 settled=1", lines[^1], StringComparison.Ordinal);
        }
        else
        {
            var events = lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
            Assert.Equal(["start", "file", "file", "end"], events.Select(line => line.GetProperty("event").GetString()!));
            Assert.Equal(4, events[^1].GetProperty("code").GetInt32());
            Assert.Single(events.Select(line => line.GetProperty("run").GetString()).Distinct());
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Log_is_rotated_by_size_and_four_old_ones_are_kept()
    {
        await using var setup = await SyncSetup.StartAsync();
        var path = Path.Combine(setup.State, "job.log");
        for (var run = 0; run < 8; run++)
        {
            await setup.RunAsync(CreateJob(setup, new SyncMonitoring { LogPath = path, MaxLogSize = 300 }));
        }

        var files = Directory.GetFiles(setup.State, "job.log*").Order(StringComparer.Ordinal).Select(Path.GetFileName);
        Assert.Equal(["job.log", "job.log.1", "job.log.2", "job.log.3", "job.log.4"], files);
        Assert.Contains("event=end", (await File.ReadAllLinesAsync(path, SyncSetup.Cancellation))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_that_cannot_be_written_ends_the_run_before_anything_is_sent()
    {
        await using var setup = await SyncSetup.StartAsync();
        var file = setup.WriteRide(1);
        var job = CreateJob(setup, new SyncMonitoring { LogPath = Path.Combine(file, "job.log") });
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(job));
        Assert.Equal((SyncErrors.LogNotWritable, SyncExitCode.BadParameters), (error.Error, SyncJob.SummaryOf(error).ExitCode));
        Assert.Empty(setup.Fake.Activities);
    }

    [Fact]
    public async Task Heartbeat_reports_the_start_and_the_success()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync(CreateJob(setup, new SyncMonitoring { HeartbeatUri = Address }));
        Assert.Equal(["/ping/secret-id/start?rid=1", "/ping/secret-id?rid=1"], _service.Calls.Select(call => call.Path));
        Assert.Equal("Settled: 1 of 1 settled, 1 in this run, 0 need you, 0 remain.", _service.Calls[1].Text);
    }

    [Fact]
    public async Task Heartbeat_reports_files_that_need_the_user_and_a_missing_login()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRoute("route.gpx");
        var monitoring = new SyncMonitoring { HeartbeatUri = Address };
        await setup.RunAsync(CreateJob(setup, monitoring));
        var withoutLogin = new SyncJob(
            () => throw new ApiException(ApiErrors.NoAccessToken), setup.Options, monitoring, _http, setup.Clock);
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(withoutLogin));

        Assert.Equal(SyncExitCode.LoginNeeded, SyncJob.SummaryOf(error).ExitCode);
        var calls = _service.Calls.Select(call => call.Path["/ping/secret-id".Length..^"?rid=1".Length]);
        Assert.Equal(["/start", "/fail", "/start", "/fail"], calls);
        Assert.EndsWith("NoAccessToken", _service.Calls[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeat_does_not_report_a_run_that_another_one_prevented()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync();
        using var other = Ledgers.LedgerLock.TakeLock(Path.GetDirectoryName((await setup.RunAsync()).LedgerPath)!);
        var job = CreateJob(setup, new SyncMonitoring { HeartbeatUri = Address });
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(job));
        Assert.Equal(SyncExitCode.InUse, SyncJob.SummaryOf(error).ExitCode);
        Assert.Equal(["/ping/secret-id/start?rid=1"], _service.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failing_heartbeat_does_not_change_the_run(bool responds)
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        _service.Respond = () =>
            responds ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : throw new HttpRequestException("no");
        var summary = await setup.RunAsync(CreateJob(setup, new SyncMonitoring { HeartbeatUri = Address }));
        Assert.Equal((SyncExitCode.Settled, 1, 2), (summary.ExitCode, summary.Ready, _service.Calls.Count));
    }

    [Theory]
    [InlineData("http://monitoring.example/ping")]
    [InlineData("ftp://localhost/ping")]
    public async Task Unsafe_heartbeat_is_rejected_before_anything_is_sent(string address)
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var job = CreateJob(setup, new SyncMonitoring { HeartbeatUri = new Uri(address) });
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(job));
        Assert.Equal((SyncErrors.HeartbeatNotSafe, SyncExitCode.BadParameters), (error.Error, SyncJob.SummaryOf(error).ExitCode));
        Assert.Empty(_service.Calls);
        Assert.Empty(setup.Fake.Activities);
    }

    [Fact]
    public async Task Traces_and_metrics_of_a_run_have_the_documented_names()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRide(2);
        using var test = new Activity("test").Start();
        var traces = new ConcurrentBag<string>();
        var metrics = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SyncTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => AddOwn(traces, activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == SyncTelemetry.Name)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => AddOwn(metrics, $"{instrument.Name} {tags[0].Value} {value}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => AddOwn(metrics, $"{instrument.Name} {tags[0].Value}"));
        meters.Start();

        await setup.RunAsync(CreateJob(setup, new SyncMonitoring()));

        Assert.Equal(2, traces.Count(name => name == "sync upload"));
        Assert.Single(traces, name => name == "sync");
        Assert.Equal(2, metrics.Count(metric => metric == "stravatools.sync.files Ready 1"));
        Assert.Equal(2, metrics.Count(metric => metric == "stravatools.sync.requests upload 1"));
        Assert.Single(metrics, metric => metric == "stravatools.sync.run.duration 0");

        void AddOwn(ConcurrentBag<string> all, string text)
        {
            // Other tests run at the same time.
            if (Activity.Current?.TraceId == test.TraceId)
            {
                all.Add(text);
            }
        }
    }

    [Fact]
    public async Task Progress_counts_the_files_and_reports_a_wait_for_the_rate_limit()
    {
        await using var setup = await SyncSetup.StartAsync(options => options with { RateLimits = new FakeRateLimits(6, 1000, 6, 500) });
        for (var day = 0; day < 8; day++)
        {
            setup.WriteRide(day);
        }

        var seen = new List<SyncProgress>();
        var path = Path.Combine(setup.State, "job.log");
        var job = new SyncJob(setup.CreateClient, setup.Options, new SyncMonitoring { LogPath = path }, _http, setup.Clock)
        {
            Progress = seen.Add,
        };
        await setup.RunAsync(job);

        Assert.Equal((8, 8), (seen[^1].Found, seen[^1].Done));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Done <= pair.Second.Done));
        Assert.Contains(seen, progress => progress.WaitsUntil is not null);
        Assert.Contains("event=wait until=", await File.ReadAllTextAsync(path, SyncSetup.Cancellation), StringComparison.Ordinal);
    }

    private SyncJob CreateJob(SyncSetup setup, SyncMonitoring monitoring) =>
        new(setup.CreateClient, setup.Options, monitoring, _http, setup.Clock);
}
