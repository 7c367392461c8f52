using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Tests.Support;
using StravaTools.Sync.Watching;

namespace StravaTools.Sync.Tests.Watching;

public sealed class SyncWatchTests : IDisposable
{
    private readonly HttpClient _http = new(new MonitoringService());
    private readonly CancellationTokenSource _stop = new();
    private readonly List<DateTimeOffset> _scans = [];
    private Action _wake = () => { };
    private SyncJob? _job;

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Files_are_uploaded_when_they_arrive_and_without_an_event_at_the_next_scan()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRoute("route.gpx");
        var watch = CreateWatch(setup, setup.Options, waits =>
        {
            switch (waits)
            {
                case 1:
                    setup.WriteRide(2);
                    _wake();
                    break;
                case 2:
                    setup.WriteRide(3);
                    break;
                default:
                    File.Delete(Path.Combine(setup.Folder, "route.gpx"));
                    _stop.Cancel();
                    break;
            }
        });

        var summary = await setup.WatchAsync(watch, () => _job, _stop.Token);

        Assert.Equal(3, setup.Fake.Activities.Count);
        Assert.InRange(_scans[1] - _scans[0], TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
        Assert.InRange(_scans[2] - _scans[1], TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
        Assert.Equal((SyncExitCode.NeedsYou, 4, 3, 3), (summary.ExitCode, summary.Found, summary.Changed, summary.Requests.Uploads));
        Assert.Equal(_scans[0], summary.Started);
        Assert.Single(setup.Results, result => result.State == SyncState.Invalid);
    }

    [Fact]
    public async Task Folder_that_changes_all_the_time_is_scanned_after_30_seconds()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var changes = 0;
        ITimer? writer = null;
        var watch = CreateWatch(setup, setup.Options, waits =>
        {
            if (waits == 1)
            {
                setup.OwnTimers = 1;
                var second = TimeSpan.FromSeconds(1);
                writer = setup.Clock.CreateTimer(_ => ChangeFile(), null, second, second);
                _wake();
            }
            else
            {
                writer!.Dispose();
                _stop.Cancel();
            }
        });

        await setup.WatchAsync(watch, () => _job, _stop.Token);

        Assert.InRange(_scans[1] - _scans[0], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));

        void ChangeFile()
        {
            if (++changes < 100)
            {
                _wake();
            }
        }
    }

    [Fact]
    public async Task File_that_is_still_being_written_is_uploaded_after_it_is_complete()
    {
        await using var setup = await SyncSetup.StartAsync();
        var path = setup.WriteRide(1);
        var complete = await File.ReadAllTextAsync(path, SyncSetup.Cancellation);
        Write(complete[..^20]);
        var watch = CreateWatch(setup, setup.Options, waits =>
        {
            if (waits == 1)
            {
                Assert.Empty(setup.Fake.Uploads);
                Write(complete);
            }
            else
            {
                _stop.Cancel();
            }
        });

        var summary = await setup.WatchAsync(watch, () => _job, _stop.Token);

        Assert.Equal((SyncExitCode.Settled, 1), (summary.ExitCode, summary.Ready));
        Assert.True(_scans[1] - _scans[0] < TimeSpan.FromMinutes(3), $"{_scans[1] - _scans[0]}");

        void Write(string text)
        {
            File.WriteAllText(path, text);
            File.SetLastWriteTimeUtc(path, setup.Clock.GetUtcNow().UtcDateTime);
        }
    }

    [Fact]
    public async Task Watch_survives_a_missing_drive_and_ends_when_a_login_is_needed()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var watch = CreateWatch(setup, setup.Options, waits =>
        {
            switch (waits)
            {
                case 1:
                    Directory.Move(setup.Folder, setup.Folder + "-away");
                    break;
                case 2:
                    Directory.Move(setup.Folder + "-away", setup.Folder);
                    setup.WriteRide(2);
                    break;
                default:
                    setup.AccessToken = "revoked";
                    setup.WriteRide(3);
                    break;
            }

            _wake();
        });

        var error = await Assert.ThrowsAsync<Client.StravaException>(() => setup.WatchAsync(watch, () => _job, _stop.Token));

        Assert.Equal(SyncExitCode.LoginNeeded, SyncExitCodes.ForError(error));
        Assert.Equal(2, setup.Fake.Activities.Count);
        Assert.Equal(4, _scans.Count);
    }

    [Fact]
    public async Task Missing_folder_ends_the_first_run()
    {
        await using var setup = await SyncSetup.StartAsync();
        var options = setup.Options with { Paths = [setup.Folder + "-missing"] };
        var watch = CreateWatch(setup, options, _ => { });
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.WatchAsync(watch, () => _job, _stop.Token));
        Assert.Equal(SyncErrors.FolderNotReadable, error.Error);
    }

    [Fact]
    public async Task Time_limit_ends_the_watch()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var watch = CreateWatch(setup, setup.Options with { MaxDuration = TimeSpan.FromMinutes(20) }, _ => { });
        var summary = await setup.WatchAsync(watch, () => _job, _stop.Token);
        Assert.Equal((SyncExitCode.Settled, 2), (summary.ExitCode, _scans.Count));
        Assert.InRange(summary.Duration, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(21));
    }

    [Fact]
    public async Task Change_of_an_activity_file_in_a_subfolder_is_noticed()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Combine("2026"));
        var noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FolderWatcher([temporary.Path], new ScanOptions(), () => noticed.TrySetResult());
        await File.WriteAllTextAsync(temporary.Combine("2026", "ride.gpx"), "<gpx />", SyncSetup.Cancellation);
        await noticed.Task.WaitAsync(SyncSetup.Cancellation);
        Assert.True(noticed.Task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("ride.fit", true)]
    [InlineData("ride.fit.gz", true)]
    [InlineData("ride.JPG", true)]
    [InlineData("job.log", false)]
    [InlineData("ride.fit.part", false)]
    [InlineData("done/ride.fit", false)]
    public void Only_activity_files_and_pictures_wake_a_run(string name, bool isWanted)
    {
        using var temporary = new TemporaryFolder();
        var options = new ScanOptions { SkippedFolders = [temporary.Combine("done")] };
        Assert.Equal(isWanted, FolderWatcher.IsWanted(temporary.Combine(name), options));
    }

    /// <summary>Counts the waits from one.</summary>
    private SyncWatch CreateWatch(SyncSetup setup, SyncOptions options, Action<int> waiting)
    {
        var waits = 0;
        return new SyncWatch(CreateJob, options, setup.Clock)
        {
            Waiting = _ => waiting(++waits),
            Watcher = wake =>
            {
                _wake = () =>
                {
                    setup.HoldClock();
                    wake();
                };
                return new CancellationTokenSource();
            },
        };

        SyncJob CreateJob(SyncOptions run)
        {
            _scans.Add(setup.Clock.GetUtcNow());
            return _job = new SyncJob(setup.CreateClient, run, new SyncMonitoring(), _http, setup.Clock);
        }
    }
}
