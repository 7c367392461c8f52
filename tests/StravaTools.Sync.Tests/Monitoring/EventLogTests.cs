using System.Diagnostics;
using System.Text;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Monitoring;

public sealed class EventLogTests : IDisposable
{
    private readonly RecordedEventLog _log = new();
    private readonly HttpClient _http = new(new MonitoringService());

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Each_run_writes_its_end_and_a_file_that_needs_the_user_is_written_once()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRoute("a\nb \u001b[2J route.gpx");

        await setup.RunAsync(CreateJob(setup));
        Assert.Equal([(EventLogType.Warning, 200), (EventLogType.Warning, 104)], _log.Events.Select(entry => (entry.Type, entry.Id)));
        Assert.Contains("event=file state=Invalid path=", _log.Events[0].Text, StringComparison.Ordinal);
        Assert.Contains("error=GPX0102", _log.Events[0].Text, StringComparison.Ordinal);
        Assert.Contains("event=end code=4 meaning=NeedsYou found=2 settled=1", _log.Events[1].Text, StringComparison.Ordinal);
        Assert.All(_log.Events, entry => Assert.DoesNotContain(entry.Text, char.IsControl));
        Assert.All(_log.Events, entry => Assert.DoesNotContain(setup.Fake.AccessToken, entry.Text, StringComparison.Ordinal));

        _log.Events.Clear();
        await setup.RunAsync(CreateJob(setup));
        Assert.Equal([(EventLogType.Warning, 104)], _log.Events.Select(entry => (entry.Type, entry.Id)));
    }

    [Fact]
    public async Task Success_is_information_and_a_missing_login_is_an_error()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync(CreateJob(setup));
        var withoutLogin = new SyncJob(
            () => throw new ApiException(ApiErrors.NoAccessToken), setup.Options, Monitoring, _http, setup.Clock);
        await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(withoutLogin));

        Assert.Equal(
            [(EventLogType.Information, 100), (EventLogType.Error, 106)], _log.Events.Select(entry => (entry.Type, entry.Id)));
        Assert.Contains("error=NoAccessToken reason=", _log.Events[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_for_the_rate_limit_is_information()
    {
        await using var setup = await SyncSetup.StartAsync(options => options with { RateLimits = new FakeRateLimits(6, 1000, 6, 500) });
        for (var day = 0; day < 8; day++)
        {
            setup.WriteRide(day);
        }

        await setup.RunAsync(CreateJob(setup));
        var wait = _log.Events[0];
        Assert.Equal((EventLogType.Information, 300), (wait.Type, wait.Id));
        Assert.Contains("event=wait until=", wait.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_unless_requested()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRoute("route.gpx");
        await setup.RunAsync(new SyncJob(setup.CreateClient, setup.Options, Monitoring with { UsesEventLog = false }, _http, setup.Clock));
        Assert.False(_log.IsChecked);
        Assert.Empty(_log.Events);
    }

    /// <summary>The guide lists these numbers, and administrators filter by them.</summary>
    [Fact]
    public void Ids_of_events_fit_the_message_file_of_eventcreate()
    {
        var ids = Enum.GetValues<SyncExitCode>().Select(SyncEventIds.ForEnd).Append(SyncEventIds.File).Append(SyncEventIds.Wait);
        Assert.Equal([100, 102, 103, 104, 105, 106, 107, 108, 110, 200, 300], ids);
    }

    [Fact]
    public async Task Other_systems_fail_before_anything_is_sent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has the event log.");
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var job = new SyncJob(setup.CreateClient, setup.Options, new SyncMonitoring { UsesEventLog = true }, _http, setup.Clock);
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(job));
        Assert.Equal((SyncErrors.EventLogNotUsable, SyncExitCode.BadParameters), (error.Error, SyncJob.SummaryOf(error).ExitCode));
        Assert.Equal(0, setup.Handler.Count);
    }

    [Fact]
    public async Task Event_is_in_the_log_of_Windows()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Only Windows has the event log.");
        var text = $"event=test id={Guid.NewGuid()} path=Übung";
        var log = new WindowsEventLog();
        log.CheckAccess();
        log.WriteEvent(EventLogType.Warning, SyncEventIds.File, text);

        var query = $"*[System[Provider[@Name='{WindowsEventLog.Source}'] and EventID=200 and Level=3]]";
        var start = new ProcessStartInfo("wevtutil.exe", ["qe", "Application", $"/q:{query}", "/rd:true", "/c:20", "/f:xml", "/uni:true"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.Unicode,
        };
        using var process = Process.Start(start)!;
        var events = await process.StandardOutput.ReadToEndAsync(SyncSetup.Cancellation);
        Assert.Contains(text, events, StringComparison.Ordinal);
    }

    private SyncMonitoring Monitoring => new() { UsesEventLog = true, EventLog = _log };

    private SyncJob CreateJob(SyncSetup setup) => new(setup.CreateClient, setup.Options, Monitoring, _http, setup.Clock);
}
