using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;
using StravaTools.Sync.Tests.Support;

namespace StravaTools.Sync.Tests.Running;

public class VerificationTests
{
    private const int Rides = 12;

    [Fact]
    public async Task Activities_of_all_files_are_found_with_the_requests_of_the_plan()
    {
        await using var setup = await StartWithRidesAsync();
        var plan = await new SyncPlanner(setup.Fake.BaseUri, Verifying(setup), setup.Clock).PlanAsync(SyncSetup.Cancellation);
        Assert.Equal((Rides, new SyncRequestCounts(0, 1, 1, 0)), (plan.ToVerify, plan.Requests));
        var requests = setup.Handler.Count;

        var summary = await setup.VerifyAsync();

        Assert.Equal((SyncExitCode.Settled, Rides, Rides), (summary.ExitCode, summary.Verified, summary.Found));
        Assert.Equal(plan.Requests, summary.Requests);
        Assert.Equal(plan.Requests.Total, setup.Handler.Count - requests);
        Assert.Equal(Rides, setup.Fake.Uploads.Count);
    }

    [Fact]
    public async Task Deleted_activity_is_named_needs_the_user_once_and_is_not_sent_again()
    {
        await using var setup = await StartWithRidesAsync();
        var id = setup.Fake.Activities[3].Id;
        setup.Fake.DeleteActivity(id);

        var first = await setup.VerifyAsync();
        Assert.Equal((SyncExitCode.NeedsYou, Rides - 1, 0), (first.ExitCode, first.Verified, first.NeedsYou));
        Assert.Equal("Deleted on Strava since the last run: 1.", first.Reason);
        var deleted = Assert.Single(setup.Results, result => result.State == SyncState.Deleted);
        Assert.Equal((id, true), (deleted.ActivityId, deleted.IsNew));

        setup.Results.Clear();
        var second = await setup.VerifyAsync();
        Assert.Equal((SyncExitCode.Settled, Rides - 1), (second.ExitCode, second.Verified));
        Assert.False(Assert.Single(setup.Results, result => result.State == SyncState.Deleted).IsNew);
        Assert.Equal(0, (await setup.RunAsync()).Requests.Total);
        Assert.Equal(Rides, setup.Fake.Uploads.Count);
    }

    [Fact]
    public async Task Activity_that_Strava_does_not_know_is_missing_and_the_ledger_keeps_it()
    {
        await using var setup = await StartWithRidesAsync();
        setup.Fake.ResetAll();

        var summary = await setup.VerifyAsync();

        Assert.Equal((SyncExitCode.NeedsYou, 0, Rides), (summary.ExitCode, summary.Verified, summary.NeedsYou));
        Assert.All(summary.Problems, file => Assert.Equal((SyncState.Missing, "ActivityMissing"), (file.State, file.ErrorId)));
        Assert.Equal(0, (await setup.RunAsync()).Requests.Total);
    }

    [Theory]
    [InlineData(FileDisposal.Move)]
    [InlineData(FileDisposal.Delete)]
    public async Task Files_that_were_moved_or_deleted_after_they_were_sent_are_verified(FileDisposal disposal)
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.WriteRide(1);
        setup.WriteRide(2);
        var options = setup.Options with { OnSettled = disposal, MoveTo = disposal == FileDisposal.Move ? setup.State + "-done" : null };
        await setup.RunAsync(options);
        setup.Fake.DeleteActivity(setup.Fake.Activities[0].Id);

        var summary = await setup.VerifyAsync(options);

        Assert.Equal((SyncExitCode.NeedsYou, 1, 2), (summary.ExitCode, summary.Verified, summary.Found));
        Assert.Equal(disposal == FileDisposal.Move, Directory.Exists(setup.State + "-done"));
    }

    [Fact]
    public async Task Files_that_were_not_sent_are_named_and_nothing_is_sent()
    {
        await using var setup = await StartWithRidesAsync();
        setup.WriteRide(50, "new.gpx");
        setup.WriteRoute("route.gpx");
        File.Copy(Path.Combine(setup.Folder, "0001.gpx"), Path.Combine(setup.Folder, "copy.gpx"));

        var summary = await setup.VerifyAsync();

        Assert.Equal((SyncExitCode.NeedsYou, Rides + 1, Rides + 3), (summary.ExitCode, summary.Verified, summary.Found));
        Assert.Equal((1, 1), (summary.Remaining, summary.NeedsYou));
        var unsent = Assert.Single(setup.Results, file => Path.GetFileName(file.Path) == "new.gpx");
        Assert.Equal(SyncState.Planned, unsent.State);
        File.Delete(Path.Combine(setup.Folder, "route.gpx"));
        Assert.Equal(SyncExitCode.Continues, (await setup.VerifyAsync()).ExitCode);
        Assert.Equal(Rides, setup.Fake.Uploads.Count);
    }

    [Fact]
    public async Task Activities_of_a_lost_ledger_are_found_by_their_key_and_noted()
    {
        await using var setup = await StartWithRidesAsync();
        var options = setup.Options with { StateFolder = setup.State + "-lost" };

        var summary = await setup.VerifyAsync(options);

        Assert.Equal((SyncExitCode.Settled, Rides), (summary.ExitCode, summary.Verified));
        Assert.Equal(Rides, setup.Results.Count(file => file is { State: SyncState.Ready, IsNew: true }));
        Assert.Equal(0, (await setup.RunAsync(options)).Requests.Total);
    }

    [Fact]
    public async Task Unknown_file_whose_activity_appears_late_is_settled()
    {
        await using var setup = await SyncSetup.StartAsync();
        setup.Fake.Processing = ProcessingPolicy.AfterTime(TimeSpan.FromHours(1));
        setup.WriteRide(1);
        setup.Handler.After = (_, request) =>
        {
            if (request.Method == HttpMethod.Post)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended.");
            }
        };
        Assert.Equal(1, (await setup.RunAsync(setup.Options with { OnLostAnswer = LostAnswerAction.Ask })).NeedsYou);
        setup.Clock.Advance(TimeSpan.FromHours(1));

        var summary = await setup.VerifyAsync();

        Assert.Equal((SyncExitCode.Settled, 1), (summary.ExitCode, summary.Verified));
        Assert.Equal(SyncState.Ready, setup.Results[^1].State);
        Assert.Single(setup.Fake.Uploads);
    }

    [Fact]
    public async Task Used_up_limit_of_reads_is_waited_for_and_a_short_time_ends_the_verification()
    {
        await using var setup = await StartWithRidesAsync();
        setup.Fake.LeaveRequests(1);

        var stopped = await setup.VerifyAsync(setup.Options with { MaxDuration = TimeSpan.FromSeconds(30) });
        Assert.Equal((SyncExitCode.Stopped, 0), (stopped.ExitCode, stopped.Verified));
        Assert.Empty(stopped.Problems);

        var limited = await setup.VerifyAsync();
        Assert.Equal((SyncExitCode.Settled, Rides), (limited.ExitCode, limited.Verified));
        Assert.Equal(0, limited.Requests.Refused);
        Assert.True(limited.Duration > TimeSpan.FromMinutes(10), limited.Duration.ToString());
        Assert.DoesNotContain(setup.Fake.Requests, request => request.StatusCode == (int)HttpStatusCode.TooManyRequests);
    }

    private static SyncOptions Verifying(SyncSetup setup) => setup.Options with { OnlyVerifies = true };

    private static async Task<SyncSetup> StartWithRidesAsync()
    {
        var setup = await SyncSetup.StartAsync(options => options with { Profile = FakeProfile.Documented });
        for (var day = 0; day < Rides; day++)
        {
            setup.WriteRide(day);
        }

        await setup.RunAsync();
        setup.Results.Clear();
        return setup;
    }
}
