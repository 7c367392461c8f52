using System.Formats.Tar;
using StravaTools.Client;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Running;

public class FolderSyncTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Folder_is_uploaded_once_and_the_next_run_sends_nothing()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 30; day++)
        {
            setup.WriteRide(day, $"{day / 10}/{day}.gpx");
        }

        var first = await setup.RunAsync();
        output.WriteLine(first.ToString());
        Assert.Equal((SyncExitCode.Settled, 30, 30, 30), (first.ExitCode, first.Found, first.Ready, first.Changed));
        Assert.Equal(30, setup.Fake.Activities.Count);
        Assert.Equal(30, first.Requests.Uploads);
        Assert.True(first.Requests.Total <= 33, first.Requests.ToString());
        Assert.All(setup.Results, result => Assert.NotNull(result.ActivityUrl));

        var requests = setup.Handler.Count;
        var second = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 30, 0, 0), (second.ExitCode, second.Settled, second.Changed, second.Requests.Total));
        Assert.Equal(requests, setup.Handler.Count);
    }

    [Fact]
    public async Task Pipe_in_a_folder_is_skipped_and_a_device_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        // Extracting an archive is how .NET makes a pipe without a program.
        await new PaxTarEntry(TarEntryType.Fifo, "pipe.gpx")
            .ExtractToFileAsync(Path.Combine(setup.Folder, "pipe.gpx"), overwrite: false, SyncSetup.Cancellation);

        var summary = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 1, 0), (summary.ExitCode, summary.Found, summary.Remaining));

        var device = setup.Options with { Paths = [setup.Folder, "/dev/zero"] };
        var error = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync(device));
        Assert.Equal(SyncErrors.SettingNotValid, error.Error);
        Assert.StartsWith("Path cannot be '/dev/zero'. It must be a folder or a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_file_costs_an_upload_and_a_poll_after_the_athlete_was_verified()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync();
        setup.WriteRide(2);
        var summary = await setup.RunAsync();
        Assert.Equal((1, 2), (summary.Requests.Uploads, summary.Requests.Polls));
        Assert.Equal(0, summary.Requests.Lists);
    }

    [Fact]
    public async Task Ledger_is_the_same_at_both_addresses_of_the_API()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.Handler.Before = (_, request) =>
        {
            // The fake plays both hosts.
            var path = request.RequestUri!.Host == "www.strava.com" ? "" : "/api/v3";
            request.RequestUri = new Uri(setup.Fake.BaseUri, path + request.RequestUri.PathAndQuery);
            return Task.CompletedTask;
        };
        setup.WriteRide(1);
        setup.Server = new Uri("https://www.strava.com/");
        await setup.RunAsync();
        var athlete = Assert.Single(new SyncLedgers(setup.Server, setup.State).Athletes);
        foreach (var host in new[] { "api-v3.strava.com", "www.api-v3.strava.com" })
        {
            setup.Server = new Uri($"https://{host}/");
            var summary = await setup.RunAsync();
            Assert.Equal((SyncExitCode.Settled, 1, 0), (summary.ExitCode, summary.Ready, summary.Requests.Total));
            var page = $"https://www.strava.com/activities/{setup.Fake.Activities[0].Id}";
            Assert.Equal(page, Assert.Single(new SyncLedgers(setup.Server, setup.State).ReadItems(athlete)).ActivityUrl?.AbsoluteUri);
            var plan = await new SyncPlanner(setup.Server, setup.Options).PlanAsync(SyncSetup.Cancellation);
            Assert.DoesNotContain(plan.Files, file => file.State == SyncState.Planned);
        }

        setup.WriteRide(2);
        await setup.RunAsync();
        Assert.StartsWith("https://www.strava.com/activities/", setup.Results[^1].ActivityUrl?.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_file_gets_its_state_and_reason()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "a.gpx");
        setup.WriteRide(1, "b copy.gpx");
        setup.WriteRoute("route.gpx");
        await File.WriteAllTextAsync(Path.Combine(setup.Folder, "settings.json"), "{}", SyncSetup.Cancellation);
        await File.WriteAllTextAsync(Path.Combine(setup.Folder, "notes.txt"), "no activity", SyncSetup.Cancellation);
        setup.WriteRide(3, ".hidden.gpx");
        var summary = await setup.RunAsync();
        Assert.Equal((SyncExitCode.NeedsYou, 3, 1), (summary.ExitCode, summary.Found, summary.NeedsYou));
        var problem = Assert.Single(summary.Problems);
        Assert.Equal(("route.gpx", SyncState.Invalid, "GPX0102"), (Path.GetFileName(problem.Path), problem.State, problem.ErrorId));
        var copy = Assert.Single(setup.Results, result => result.State == SyncState.SameAs);
        Assert.Equal(Path.Combine(setup.Folder, "a.gpx"), copy.Note);
        Assert.Single(setup.Fake.Activities);
    }

    [Fact]
    public async Task Duplicate_of_another_program_is_settled_with_its_activity()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        await setup.RunAsync();
        var other = setup.Options with { StateFolder = setup.State + "2" };
        setup.WriteRide(1, "same time.gpx", "hiking");
        File.Delete(Path.Combine(setup.Folder, "0001.gpx"));
        var summary = await setup.RunAsync(other);
        Assert.Equal((SyncExitCode.Settled, 1), (summary.ExitCode, summary.Duplicate));
        Assert.Equal(setup.Fake.Activities[0].Id, setup.Results[^1].ActivityId);
    }

    [Fact]
    public async Task Lost_ledger_is_replaced_by_the_list_without_sending_anything()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 20; day++)
        {
            setup.WriteRide(day);
        }

        await setup.RunAsync();
        var summary = await setup.RunAsync(setup.Options with { StateFolder = setup.State + "2" });
        Assert.Equal((SyncExitCode.Settled, 20, 0), (summary.ExitCode, summary.Ready, summary.Requests.Uploads));
        Assert.Equal(20, setup.Fake.Uploads.Count);
    }

    [Fact]
    public async Task Activity_that_the_user_deleted_never_returns()
    {
        await using var setup = await SyncSetup.StartAsync(options => options with { Profile = FakeProfile.Documented });
        setup.WriteRide(1);
        await setup.RunAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", setup.Fake.AccessToken);
        var activity = new Uri(setup.Fake.BaseUri, $"api/v3/activities/{setup.Fake.Activities[0].Id}");
        var deleted = await http.DeleteAsync(activity, SyncSetup.Cancellation);
        Assert.True(deleted.IsSuccessStatusCode);
        var renamed = Path.Combine(setup.Folder, "renamed.gpx");
        File.Move(Path.Combine(setup.Folder, "0001.gpx"), renamed);
        var summary = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 0), (summary.ExitCode, summary.Requests.Total));
        Assert.Empty(setup.Fake.Activities);
    }

    [Fact]
    public async Task Lost_response_is_sought_in_the_list_and_not_sent_again()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 5; day++)
        {
            setup.WriteRide(day);
        }

        var posts = 0;
        setup.Handler.After = (_, request) =>
        {
            if (request.Method == HttpMethod.Post && Interlocked.Increment(ref posts) == 3)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended.");
            }
        };
        var summary = await setup.RunAsync();
        output.WriteLine(summary.ToString());
        Assert.Equal((SyncExitCode.Settled, 5), (summary.ExitCode, summary.Ready));
        Assert.Equal(5, setup.Fake.Uploads.Count);
        Assert.Equal(5, setup.Fake.Activities.Count);
    }

    [Fact]
    public async Task Request_that_never_arrived_is_sent_again_after_two_searches()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var posts = 0;
        setup.Handler.Before = async (_, request) =>
        {
            if (request.Method == HttpMethod.Post && posts++ == 0)
            {
                // A part was sent before the connection was lost.
                await request.Content!.LoadIntoBufferAsync(SyncSetup.Cancellation);
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost.");
            }
        };
        var started = setup.Clock.GetUtcNow();
        var summary = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 1), (summary.ExitCode, summary.Ready));
        Assert.True(summary.Requests.Lists >= 2);
        Assert.True(setup.Clock.GetUtcNow() - started >= TimeSpan.FromMinutes(10));
        Assert.Single(setup.Fake.Uploads);
    }

    [Fact]
    public async Task Revoked_login_ends_the_run_with_its_code()
    {
        var reader = new FakeAthlete { Scopes = "read,activity:read_all" };
        await using var setup = await SyncSetup.StartAsync(options => options with { Athletes = [reader] });
        setup.WriteRide(1);
        var summary = await setup.RunAsync();
        Assert.Equal(SyncExitCode.LoginNeeded, summary.ExitCode);
        Assert.Equal(1, summary.Remaining);
    }

    [Fact]
    public async Task Rate_limit_is_waited_for_without_a_refused_request()
    {
        await using var setup = await SyncSetup.StartAsync(
            options => options with { RateLimits = new FakeRateLimits(20, 1000, 10, 500) });
        for (var day = 0; day < 50; day++)
        {
            setup.WriteRide(day);
        }

        var summary = await setup.RunAsync();
        output.WriteLine(summary.ToString());
        Assert.Equal((SyncExitCode.Settled, 50), (summary.ExitCode, summary.Ready));
        Assert.True(summary.Requests.Refused <= 4, $"Only the first window has unknown limits: {summary.Requests}");
        Assert.InRange(summary.Duration, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task Run_ends_at_its_time_limit_and_the_next_one_continues()
    {
        await using var setup = await SyncSetup.StartAsync(
            options => options with { RateLimits = new FakeRateLimits(20, 1000, 10, 500) });
        for (var day = 0; day < 30; day++)
        {
            setup.WriteRide(day);
        }

        var first = await setup.RunAsync(setup.Options with { MaxDuration = TimeSpan.FromMinutes(5) });
        Assert.Equal(SyncExitCode.Continues, first.ExitCode);
        Assert.NotNull(first.NextRunAfter);
        Assert.True(first.Duration < TimeSpan.FromMinutes(5));
        setup.Clock.Advance(TimeSpan.FromMinutes(30));
        var second = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 30), (second.ExitCode, second.Ready));
        Assert.Equal(30, setup.Fake.Activities.Count);
    }

    [Fact]
    public async Task Run_that_is_asked_to_stop_ends_within_seconds()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 30; day++)
        {
            setup.WriteRide(day);
        }

        using var stop = new CancellationTokenSource();
        setup.Handler.Before = (number, _) => number == 10 ? stop.CancelAsync() : Task.CompletedTask;
        var summary = await setup.RunUntilAsync(stop.Token);
        Assert.Equal(SyncExitCode.Stopped, summary.ExitCode);
        Assert.True(summary.Duration < TimeSpan.FromSeconds(20));
        var next = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 30, 30), (next.ExitCode, next.Ready, setup.Fake.Activities.Count));
    }

    [Fact]
    public async Task Second_run_at_the_same_time_is_refused()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var isSecond = false;
        ApiException? refused = null;
        setup.Handler.Before = async (_, request) =>
        {
            if (request.Method == HttpMethod.Post && !isSecond)
            {
                isSecond = true;
                refused = await Assert.ThrowsAsync<ApiException>(
                    () => setup.CreateSync().RunAsync(_ => { }, SyncSetup.Cancellation, SyncSetup.Cancellation));
            }
        };
        await setup.RunAsync();
        Assert.Equal(SyncErrors.LedgerInUse, refused!.Error);
        Assert.Equal(SyncExitCode.InUse, SyncExitCodes.ForError(refused));
    }

    /// <summary>Another program of the application used up the limit before the first request, which asks for the athlete.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Limit_that_is_used_up_at_the_start_is_waited_for(bool isKnown)
    {
        await using var setup = await SyncSetup.StartAsync();
        if (isKnown)
        {
            setup.WriteRide(1);
            await setup.RunAsync();
        }

        setup.WriteRide(2);
        setup.Fake.LeaveRequests(0);
        var shortly = setup.Options with { MaxDuration = TimeSpan.FromMinutes(1) };
        var error = await Assert.ThrowsAsync<StravaException>(() => setup.RunAsync(shortly));
        var failed = SyncJob.SummaryOf(error);
        Assert.Equal((SyncExitCode.Continues, "RateLimited"), (failed.ExitCode, failed.ErrorId));
        Assert.True(failed.NextRunAfter > setup.Clock.GetUtcNow());

        var summary = await setup.RunAsync();

        Assert.Equal(SyncExitCode.Settled, summary.ExitCode);
        Assert.True(summary.Duration > TimeSpan.FromMinutes(10), summary.Duration.ToString());
        Assert.Single(setup.Fake.Requests, request => request.StatusCode == 429);
    }

    /// <summary>Each application has limits of its own: the count of one must not hold up another.</summary>
    [Fact]
    public async Task Application_whose_limit_is_used_up_waits_and_another_one_on_the_same_machine_does_not()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        var short1 = setup.Options with { Application = "client 1", MaxDuration = TimeSpan.FromMinutes(1) };
        setup.Fake.LeaveRequests(0);
        await Assert.ThrowsAsync<StravaException>(() => setup.RunAsync(short1));
        setup.Fake.RateLimits = new FakeRateLimits(10_000, 100_000, 10_000, 100_000);
        var requests = setup.Handler.Count;

        await Assert.ThrowsAnyAsync<ApiException>(() => setup.RunAsync(short1));
        Assert.Equal(requests, setup.Handler.Count);

        var other = await setup.RunAsync(short1 with { Application = "client 2" });
        Assert.Equal((SyncExitCode.Settled, 1), (other.ExitCode, other.Requests.Uploads));
    }

    [Fact]
    public async Task Photo_of_the_same_name_is_added_once()
    {
        await using var setup = await SyncSetup.StartAsync(options => options with { IsPartner = true });
        setup.WriteRide(1, "ride.gpx");
        await File.WriteAllBytesAsync(Path.Combine(setup.Folder, "ride.jpg"), TestPictures.Jpeg(), SyncSetup.Cancellation);
        await setup.RunAsync();
        await setup.RunAsync();
        Assert.Single(setup.Fake.Photos);
        Assert.Equal(PhotoState.Added, setup.Results[^1].Photo);
    }

    [Fact]
    public async Task Application_without_photos_notes_that_once()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "ride.gpx");
        await File.WriteAllBytesAsync(Path.Combine(setup.Folder, "ride.jpg"), TestPictures.Jpeg(), SyncSetup.Cancellation);
        Assert.Equal(SyncExitCode.Settled, (await setup.RunAsync()).ExitCode);
        Assert.Equal(0, (await setup.RunAsync()).Requests.Total);
        Assert.Equal(PhotoState.NotSupported, setup.Results[^1].Photo);
    }

    [Theory]
    [InlineData(FileDisposal.Move)]
    [InlineData(FileDisposal.Delete)]
    public async Task Settled_files_are_moved_or_deleted_and_others_remain(FileDisposal disposal)
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "2020/good.gpx");
        setup.WriteRoute("bad.gpx");
        var target = Path.Combine(setup.Folder, "done");
        var moveTo = disposal == FileDisposal.Move ? target : null;
        var summary = await setup.RunAsync(setup.Options with { OnSettled = disposal, MoveTo = moveTo });
        Assert.Equal(SyncExitCode.NeedsYou, summary.ExitCode);
        Assert.False(File.Exists(Path.Combine(setup.Folder, "2020", "good.gpx")));
        Assert.Equal(disposal == FileDisposal.Move, File.Exists(Path.Combine(target, "2020", "good.gpx")));
        Assert.True(File.Exists(Path.Combine(setup.Folder, "bad.gpx")));
    }

    [Theory]
    [InlineData(FileDisposal.Move)]
    [InlineData(FileDisposal.Delete)]
    public async Task Folder_that_runs_have_emptied_is_not_suspicious(FileDisposal disposal)
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 12; day++)
        {
            setup.WriteRide(day);
        }

        var moveTo = disposal == FileDisposal.Move ? setup.State + "-done" : null;
        var options = setup.Options with { OnSettled = disposal, MoveTo = moveTo };
        await setup.RunAsync(options);
        Assert.Empty(Directory.GetFiles(setup.Folder));
        var next = await setup.RunAsync(options);
        Assert.Equal((SyncExitCode.Settled, 0), (next.ExitCode, next.Requests.Total));
    }

    [Fact]
    public async Task Neither_changed_nor_renamed_files_are_sent()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1, "a.gpx");
        setup.WriteRide(2, "b.gpx");
        await setup.RunAsync();
        setup.WriteRide(1, "a.gpx", "hiking");
        File.Move(Path.Combine(setup.Folder, "b.gpx"), Path.Combine(setup.Folder, "c.gpx"));
        var summary = await setup.RunAsync();
        Assert.Equal((SyncExitCode.Settled, 0), (summary.ExitCode, summary.Requests.Total));
        var changed = Assert.Single(setup.Results, result => result.State == SyncState.Changed);
        Assert.Equal("a.gpx", Path.GetFileName(changed.Path));
    }

    [Fact]
    public async Task Missing_or_suddenly_empty_folder_is_an_error()
    {
        await using var setup = await SyncSetup.StartAsync();
        for (var day = 0; day < 12; day++)
        {
            setup.WriteRide(day);
        }

        await setup.RunAsync();
        Array.ForEach(Directory.GetFiles(setup.Folder), File.Delete);
        var empty = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync());
        Assert.Equal(SyncErrors.FolderSuspiciouslyEmpty, empty.Error);
        Directory.Delete(setup.Folder);
        var missing = await Assert.ThrowsAsync<ApiException>(() => setup.RunAsync());
        Assert.Equal((SyncErrors.FolderNotReadable, SyncExitCode.FolderMissing), (missing.Error, SyncExitCodes.ForError(missing)));
        Directory.CreateDirectory(setup.Folder);
    }

    [Fact]
    public async Task Login_of_another_athlete_uses_another_ledger()
    {
        var second = new FakeAthlete { Id = 5, AccessToken = "second" };
        await using var setup = await SyncSetup.StartAsync(options => options with { Athletes = [new FakeAthlete(), second] });
        setup.WriteRide(1);
        await setup.RunAsync();
        setup.AccessToken = second.AccessToken;
        setup.WriteRide(2);
        var summary = await setup.RunAsync();
        Assert.Equal((5L, SyncExitCode.Settled, 2), (summary.Athlete, summary.ExitCode, summary.Ready));
        Assert.Equal([227_615, 5, 5], setup.Fake.Activities.Select(activity => activity.Athlete.Id));
    }
}
