using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

/// <summary>What every store guarantees. The same runner works with all of them.</summary>
public abstract class SyncStoreConformance
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submitted_files_are_planned()
    {
        await using var fixture = await CreateFixtureAsync();
        await fixture.SubmitAsync(Facts.File(1), Facts.File(2));
        var state = await ReadStateAsync(fixture);
        Assert.Equal(2, state.Items.Count);
        var item = state.Items[Facts.Key(2)];
        Assert.Equal((SyncState.Planned, "2.fit", Facts.File(2).Start, 3600L, "Ride"),
            (item.State, item.Path, item.Start, item.Elapsed, item.Sport));
    }

    [Fact]
    public async Task Files_that_are_submitted_again_change_nothing()
    {
        await using var fixture = await CreateFixtureAsync();
        await fixture.SubmitAsync(Facts.File(1));
        await AppendAsync(fixture, Facts.Sending(1), Facts.Sent(1));
        await fixture.SubmitAsync(Facts.File(1), Facts.File(1));
        var state = await ReadStateAsync(fixture);
        Assert.Equal((SyncState.Sent, 1001L), (state.Items[Facts.Key(1)].State, state.Items[Facts.Key(1)].UploadId));
        Assert.Equal(0, state.Contradictions);
    }

    [Fact]
    public async Task Facts_are_read_by_the_next_claim()
    {
        await using var fixture = await CreateFixtureAsync();
        await fixture.SubmitAsync(Facts.File(1), Facts.File(2), Facts.File(3));
        var unsent = new SyncFact(SyncFactKind.Unsent, Facts.Key(3)) { By = "search", Why = "Strava does not list it." };
        await AppendAsync(fixture, Facts.Sending(1), Facts.Sending(2), Facts.Sent(2), Facts.Sending(3), unsent, Facts.Sending(3));
        var state = await ReadStateAsync(fixture);
        Assert.Equal(SyncState.Sending, state.Items[Facts.Key(1)].State);
        Assert.NotNull(state.Items[Facts.Key(1)].SendingAt);
        Assert.Equal(SyncState.Sent, state.Items[Facts.Key(2)].State);
        Assert.Equal((SyncState.Sending, 2), (state.Items[Facts.Key(3)].State, state.Items[Facts.Key(3)].Tries));
        Assert.Equal(0, state.Contradictions);
    }

    [Fact]
    public async Task Claimed_files_are_not_claimed_again()
    {
        await using var fixture = await CreateFixtureAsync();
        await fixture.SubmitAsync(Facts.File(1));
        Assert.NotNull(await (await fixture.OpenAsync()).ClaimAsync(Cancellation));
        Assert.Null(await TryClaimAsync(await fixture.OpenAsync()));
    }

    [Fact]
    public async Task Files_of_a_killed_process_are_claimed_with_a_larger_fence()
    {
        await using var fixture = await CreateFixtureAsync();
        await fixture.SubmitAsync(Facts.File(1));
        var first = await fixture.OpenAsync();
        var old = await first.ClaimAsync(Cancellation);
        await first.AppendAsync(old!, [Facts.Sending(1)], isDurable: true, Cancellation);
        await fixture.KillAsync(first);
        var next = await (await fixture.OpenAsync()).ClaimAsync(Cancellation);
        Assert.Equal(old!.Athlete, next!.Athlete);
        Assert.True(next.Fence > old.Fence, $"{next.Fence} after {old.Fence}");
    }

    [Fact]
    public async Task A_claim_can_be_renewed()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        Assert.True(await store.RenewAsync(claim, Cancellation));
    }

    [Theory]
    [InlineData(RequestKind.Read, 0, 100)]
    [InlineData(RequestKind.Read, 10, 90)]
    [InlineData(RequestKind.Write, 0, 199)]
    [InlineData(RequestKind.Write, 10, 189)]
    public async Task Requests_are_taken_up_to_the_limit(object kind, int reserve, int expected)
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture, reserve);
        var (taken, opens) = await TakeAllAsync(store, claim, (RequestKind)kind);
        Assert.Equal(expected, taken);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 12, 15, 2, TimeSpan.Zero), opens);
    }

    [Fact]
    public async Task Requests_of_both_kinds_share_the_overall_limit()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        Assert.Equal(199, (await TakeAllAsync(store, claim, RequestKind.Write)).Taken);
        Assert.Equal(1, (await TakeAllAsync(store, claim, RequestKind.Read)).Taken);
    }

    [Fact]
    public async Task The_next_quarter_of_an_hour_has_new_requests()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        await TakeAllAsync(store, claim, RequestKind.Write);
        await fixture.SetTimeAsync(new DateTimeOffset(2026, 11, 25, 12, 15, 2, TimeSpan.Zero));
        Assert.Null(await store.TakeAsync(claim, RequestKind.Write, Cancellation));
    }

    [Fact]
    public async Task The_limit_of_the_day_outlives_the_quarter_of_an_hour()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        await store.CloseAsync(claim, Seen(fixture, 10, 200, 1999, 2000), null, default, Cancellation);
        await fixture.SetTimeAsync(StoreFixture.Start.AddMinutes(30));
        var midnight = new DateTimeOffset(2026, 11, 26, 0, 0, 2, TimeSpan.Zero);
        Assert.Equal(midnight, await store.TakeAsync(claim, RequestKind.Write, Cancellation));
        await fixture.SetTimeAsync(midnight);
        Assert.Null(await store.TakeAsync(claim, RequestKind.Write, Cancellation));
    }

    [Fact]
    public async Task A_report_raises_the_usage_and_sets_the_limits()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        await store.CloseAsync(claim, Seen(fixture, 50, 60, 500, 6000), null, default, Cancellation);
        Assert.Equal(9, (await TakeAllAsync(store, claim, RequestKind.Write)).Taken);
    }

    [Fact]
    public async Task A_report_that_misses_requests_on_their_way_is_ignored()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        await TakeAllAsync(store, claim, RequestKind.Write);
        await store.CloseAsync(claim, Seen(fixture, 3, 200, 3, 2000), null, default, Cancellation);
        Assert.NotNull(await store.TakeAsync(claim, RequestKind.Write, Cancellation));
    }

    [Fact]
    public async Task Refused_reads_close_only_reads()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        var until = StoreFixture.Start.AddMinutes(3);
        await store.CloseAsync(claim, null, RequestKind.Read, until, Cancellation);
        Assert.Equal(until.AddSeconds(2), await store.TakeAsync(claim, RequestKind.Read, Cancellation));
        Assert.Null(await store.TakeAsync(claim, RequestKind.Write, Cancellation));
    }

    [Fact]
    public async Task Refused_uploads_close_everything()
    {
        await using var fixture = await CreateFixtureAsync();
        var (store, claim) = await ClaimAsync(fixture);
        var until = StoreFixture.Start.AddMinutes(3);
        await store.CloseAsync(claim, null, RequestKind.Write, until, Cancellation);
        Assert.Equal(until.AddSeconds(2), await store.TakeAsync(claim, RequestKind.Read, Cancellation));
        Assert.Equal(until.AddSeconds(2), await store.TakeAsync(claim, RequestKind.Write, Cancellation));
    }

    private protected abstract Task<StoreFixture> CreateFixtureAsync();

    private static StravaRateLimit Seen(StoreFixture fixture, long used, long limit, long usedToday, long limitOfDay) => new()
    {
        SeenAt = fixture.Now,
        FifteenMinutes = new RateLimitCount(limit, used),
        Daily = new RateLimitCount(limitOfDay, usedToday),
    };

    private static async Task<(ISyncStore Store, SyncClaim Claim)> ClaimAsync(StoreFixture fixture, int reserve = 0)
    {
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync(reserve);
        return (store, (await store.ClaimAsync(Cancellation))!);
    }

    /// <summary>Adds facts, and ends as a killed process does.</summary>
    private static async Task AppendAsync(StoreFixture fixture, params SyncFact[] facts)
    {
        var store = await fixture.OpenAsync();
        var claim = await store.ClaimAsync(Cancellation);
        await store.AppendAsync(claim!, [.. facts.Select(fact => fact with { Time = fixture.Now })], isDurable: true, Cancellation);
        await fixture.KillAsync(store);
    }

    private static async Task<LedgerState> ReadStateAsync(StoreFixture fixture)
    {
        var store = await fixture.OpenAsync();
        var claim = await store.ClaimAsync(Cancellation);
        return await store.ReadAsync(claim!, Cancellation);
    }

    private static async Task<(int Taken, DateTimeOffset Opens)> TakeAllAsync(ISyncStore store, SyncClaim claim, RequestKind kind)
    {
        for (var taken = 0; ; taken++)
        {
            if (await store.TakeAsync(claim, kind, Cancellation) is { } opens)
            {
                return (taken, opens);
            }
        }
    }

    private static async Task<SyncClaim?> TryClaimAsync(ISyncStore store)
    {
        try
        {
            return await store.ClaimAsync(Cancellation);
        }
        catch (ApiException e) when (e.Error == SyncErrors.LedgerInUse)
        {
            return null;
        }
    }
}
