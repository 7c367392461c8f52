using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

[TimeLimit(120)]
public class SyncWorkerTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_workers_upload_the_files_of_all_athletes_once()
    {
        await using var fleet = await StartAsync(new FleetPlan { Athletes = 3, FilesPerAthlete = 4 });
        await fleet.SubmitAsync();
        await fleet.SubmitAsync();
        await fleet.RunAsync(workers: 2);
        fleet.AssertEachOnce();
        Assert.Empty(fleet.Errors);
        await using var inbox = await SyncInbox.OpenAsync(fleet.Database("reader"), fleet.Fake.BaseUri, fleet.Clock, Cancellation);
        var files = await inbox.ReadFilesAsync(cancellationToken: Cancellation);
        Assert.Equal(12, files.Count);
        Assert.All(files, file => Assert.Equal(SyncState.Ready, file.State));
        var some = await inbox.ReadFilesAsync([Fleet.AthleteOf(1)], [SyncState.Ready, SyncState.Refused], Cancellation);
        Assert.Equal(Enumerable.Repeat<long?>(Fleet.AthleteOf(1), 4), some.Select(file => file.Athlete));
        Assert.Empty(await inbox.ReadFilesAsync(null, [SyncState.Planned, SyncState.Refused], Cancellation));
        Assert.Equal(0L, await fleet.ReadAsync<long>("select count(*) from stravatools.unit where content is not null"));
    }

    [Fact]
    public async Task Expired_token_is_renewed_once_and_stored_encrypted()
    {
        await using var fleet = await StartAsync(new FleetPlan { FilesPerAthlete = 3, TokenLife = TimeSpan.FromSeconds(-1) });
        await fleet.SubmitAsync();
        await fleet.RunAsync();
        fleet.AssertEachOnce();
        Assert.Single(fleet.Fake.Requests, request => request.Path == "/oauth/token");
        var stored = await fleet.ReadAsync<byte[]>("select tokens from stravatools.athlete");
        Assert.DoesNotContain("refresh", System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_a_login_wait_for_it_and_cost_no_request()
    {
        await using var fleet = await StartAsync(new FleetPlan());
        await fleet.ExecuteAsync("update stravatools.athlete set tokens = null");
        await fleet.SubmitAsync();
        var run = fleet.RunAsync();
        await fleet.WaitForErrorAsync();

        Assert.Equal(PostgreSqlErrors.TokensMissing, fleet.Errors[0].Error);
        Assert.Empty(fleet.Fake.Requests);
        await fleet.SaveTokensAsync(fleet.Clock.GetUtcNow().AddYears(1));
        await run;
        fleet.AssertEachOnce();
    }

    [Fact]
    public async Task Tokens_of_another_athlete_are_not_used()
    {
        await using var fleet = await StartAsync(new FleetPlan { Athletes = 2 });
        await fleet.ExecuteAsync("update stravatools.athlete set tokens = (select tokens from stravatools.athlete where athlete = 1001)");
        await fleet.SubmitAsync();
        var run = fleet.RunAsync();
        await fleet.WaitForErrorAsync();

        Assert.Equal(PostgreSqlErrors.TokensNotReadable, fleet.Errors[0].Error);
        await fleet.SaveTokensAsync(fleet.Clock.GetUtcNow().AddYears(1));
        await run;
        fleet.AssertEachOnce();
    }

    /// <summary>A worker with another key would find no login of any athlete, and all would wait for a person.</summary>
    [Fact]
    public async Task Worker_with_another_key_does_not_start()
    {
        await using var fleet = await StartAsync(new FleetPlan { Athletes = 2 });
        await fleet.WriteKeyAsync(8);

        await AssertErrorAsync(PostgreSqlErrors.TokenKeyMismatch, () => fleet.RunAsync());
        await AssertErrorAsync(PostgreSqlErrors.TokenKeyMismatch, () => fleet.SaveTokensAsync(fleet.Clock.GetUtcNow().AddYears(1)));
    }

    [Fact]
    public async Task Worker_whose_key_turns_out_to_be_another_one_ends_and_parks_no_athlete()
    {
        await using var fleet = await StartAsync(new FleetPlan());
        await fleet.ExecuteAsync("update stravatools.athlete set tokens = null");
        await fleet.SubmitAsync();
        var run = fleet.RunAsync();
        await fleet.WaitForErrorAsync();
        await fleet.WriteKeyAsync(8);
        await fleet.SaveTokensAsync(fleet.Clock.GetUtcNow().AddYears(1));

        await AssertErrorAsync(PostgreSqlErrors.TokenKeyMismatch, () => run);
        Assert.Equal(1L, await fleet.ReadAsync<long>("select count(*) from stravatools.athlete where ready_at < 'infinity'"));
        Assert.Empty(fleet.Fake.Requests);
    }

    /// <summary>The intent is in the database before the request. The outcome is searched when Strava lists its activities.</summary>
    [Fact]
    public async Task File_whose_response_was_lost_is_found_and_not_sent_again()
    {
        await using var fleet = await StartAsync(new FleetPlan { FilesPerAthlete = 2 });
        fleet.Fake.AddFault(new FakeFault { Operation = "createUpload", Connection = FakeConnectionFault.Reset, TakesEffect = true });
        await fleet.SubmitAsync();
        await fleet.RunAsync();
        fleet.AssertEachOnce();
    }

    /// <summary>
    /// A turn is shorter than the time until it can be known. One list after that time is enough, because each costs a request of all
    /// athletes.
    /// </summary>
    [Fact]
    public async Task File_that_did_not_arrive_is_sent_again()
    {
        await using var fleet = await StartAsync(new FleetPlan { Turn = TimeSpan.FromSeconds(30) });
        fleet.Fake.AddFault(new FakeFault { Operation = "createUpload", Connection = FakeConnectionFault.Reset });
        await fleet.SubmitAsync();
        await fleet.RunAsync();
        fleet.AssertEachOnce();
        Assert.Single(fleet.Fake.Requests, request => request.Path.EndsWith("/activities", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limits_are_kept_without_a_refused_request()
    {
        await using var fleet = await StartAsync(new FleetPlan
        {
            Athletes = 3,
            FilesPerAthlete = 4,
            RateLimits = new FakeRateLimits(10, 1000, 10, 1000),
            PermitLife = TimeSpan.FromSeconds(60),
        });
        await fleet.LimitAsync(fleet.Plan.RateLimits);
        await fleet.SubmitAsync();
        await fleet.RunAsync(workers: 2);
        fleet.AssertEachOnce();
        Assert.DoesNotContain(fleet.Fake.Requests, request => request.StatusCode == 429);
    }

    private static async Task AssertErrorAsync(ErrorDescriptor error, Func<Task> work) =>
        Assert.Equal(error, (await Assert.ThrowsAsync<ApiException>(work)).Error);

    private async Task<Fleet> StartAsync(FleetPlan plan) => await Fleet.StartAsync(await cluster.CreateDatabaseAsync(), plan);
}
