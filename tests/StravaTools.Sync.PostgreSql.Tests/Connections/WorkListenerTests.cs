using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Tests.Clusters;
using StravaTools.Sync.PostgreSql.Tests.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Connections;

public class WorkListenerTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submission_wakes_a_worker()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        var store = await fixture.OpenAsync(fixture.Options());
        var wait = store.WaitForWorkAsync(Cancellation);
        await WaitForListenerAsync(fixture);
        Assert.False(wait.IsCompleted);
        await fixture.SubmitAsync(Facts.File(1));
        await wait;
        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task Submission_before_the_wait_is_not_missed()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        var store = await fixture.OpenAsync(fixture.Options());
        await fixture.SubmitAsync(Facts.File(1));
        await store.WaitForWorkAsync(Cancellation);
        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task Wait_ends_when_an_athlete_is_due()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        var store = await fixture.OpenAsync(fixture.Options());
        await fixture.SubmitAsync(Facts.File(1));
        var claim = (await store.ClaimAsync(Cancellation))!;
        var due = fixture.Now.AddMilliseconds(100);
        await store.ParkAsync(claim, Facts.End(5, due), Cancellation);
        await store.WaitForWorkAsync(Cancellation);
        await fixture.SetTimeAsync(due);
        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task Wait_survives_a_closed_connection()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        var store = await fixture.OpenAsync(fixture.Options());
        var wait = store.WaitForWorkAsync(Cancellation);
        var pid = await WaitForListenerAsync(fixture);
        await fixture.ExecuteAsync(string.Create(null, $"select pg_terminate_backend({pid})"));
        while (await WaitForListenerAsync(fixture) == pid)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        await fixture.SubmitAsync(Facts.File(1));
        await wait;
        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task Pooler_that_loses_notifications_is_reported()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await using var pooler = new DeafPooler(fixture.Connection);
        var store = await fixture.OpenAsync(fixture.Options() with { ConnectionString = pooler.Connection });
        var error = await Assert.ThrowsAsync<ApiException>(() => store.WaitForWorkAsync(Cancellation));
        Assert.Equal(PostgreSqlErrors.PoolerInTheWay, error.Error);
    }

    private static async Task<int> WaitForListenerAsync(PostgreSqlStoreFixture fixture)
    {
        const string Listeners = """
            select coalesce(max(pid), 0) from pg_stat_activity
            where datname = current_database() and query like '%min(ready_at)%' and pid <> pg_backend_pid() and state = 'idle'
            """;
        var pid = 0;
        while (pid == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
            pid = await fixture.ReadAsync<int>(Listeners);
        }

        return pid;
    }
}
