using StravaTools.Sync.Budget;
using StravaTools.Sync.PostgreSql.Tests.Clusters;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

public class BudgetTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_at_the_same_time_never_take_more_than_the_limit()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        var workers = new List<(ISyncStore Store, SyncClaim Claim)>();
        for (var athlete = 1; athlete <= 8; athlete++)
        {
            await fixture.SubmitAsync(athlete, Facts.File(athlete));
            var store = await fixture.OpenAsync();
            workers.Add((store, (await store.ClaimAsync(Cancellation))!));
        }

        var taken = await Task.WhenAll(workers.Select(worker => Task.Run(() => TakeAllAsync(worker.Store, worker.Claim))));
        Assert.Equal(199, taken.Sum());
        Assert.Equal(199L, await fixture.ReadAsync<long>("select quarter_used from stravatools.budget"));
    }

    /// <summary>Such a request arrives in the next window, or, by Strava's clock, still in the last one.</summary>
    [Theory]
    [InlineData("12:14:58", null)]
    [InlineData("12:14:58.001", "12:15:02")]
    [InlineData("12:15:00", "12:15:02")]
    [InlineData("12:15:01.999", "12:15:02")]
    [InlineData("12:15:02", null)]
    public async Task First_and_last_seconds_of_a_window_are_not_used(string time, string? opens)
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await fixture.SetTimeAsync(At(time));
        DateTimeOffset? expected = opens is null ? null : At(opens);
        Assert.Equal(expected, await store.TakeAsync(claim, RequestKind.Read, Cancellation));
    }

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-11-25T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int> TakeAllAsync(ISyncStore store, SyncClaim claim)
    {
        var taken = 0;
        while (await store.TakeAsync(claim, RequestKind.Write, Cancellation) is null)
        {
            taken++;
        }

        return taken;
    }
}
