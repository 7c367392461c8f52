using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

public class ClaimTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A worker that was stopped for longer than its lease still believes in its claim.</summary>
    [Fact]
    public async Task Superseded_worker_can_neither_send_nor_write()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var (first, second) = (await fixture.OpenAsync(), await fixture.OpenAsync());
        var old = (await first.ClaimAsync(Cancellation))!;
        await fixture.KillAsync(first);
        var current = (await second.ClaimAsync(Cancellation))!;

        Assert.False(await first.RenewAsync(old, Cancellation));
        await AssertLostAsync(async () => await first.TakeAsync(old, RequestKind.Write, Cancellation));
        await AssertLostAsync(async () => await first.AppendAsync(old, [Facts.Sending(1)], isDurable: true, Cancellation));
        await first.ParkAsync(old, Facts.End(0), Cancellation);

        Assert.Equal(0L, await fixture.ReadAsync<long>("select quarter_used from stravatools.budget"));
        Assert.Equal(1L, await fixture.ReadAsync<long>("select count(*) from stravatools.fact"));
        Assert.True(await second.RenewAsync(current, Cancellation));
    }

    /// <summary>The permit and the test of the fence are one statement, so nothing happens between them.</summary>
    [Fact]
    public async Task Permit_waits_for_a_claim_that_is_being_taken_over()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await using var connection = await fixture.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "update stravatools.athlete set fence = fence + 1";
        await command.ExecuteNonQueryAsync(Cancellation);

        var permit = store.TakeAsync(claim, RequestKind.Write, Cancellation).AsTask();
        await WaitForLockAsync(fixture);
        Assert.False(permit.IsCompleted);
        await transaction.CommitAsync(Cancellation);

        await AssertLostAsync(() => permit);
        Assert.Equal(0L, await fixture.ReadAsync<long>("select quarter_used from stravatools.budget"));
    }

    /// <summary>In a first design, the worker overwrote the wake-up of a submission, and the file slept forever.</summary>
    [Fact]
    public async Task File_that_is_submitted_while_a_claim_ends_is_due()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await using var connection = await fixture.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Statements.Submit
            .Replace("$1", "227615", StringComparison.Ordinal)
            .Replace("$2", $"array['{{\"e\":\"file\",\"p\":\"2.fit\",\"k\":\"{Facts.Key(2)}\"}}'::jsonb]", StringComparison.Ordinal)
            .Replace("$3", "array['\\x00'::bytea]", StringComparison.Ordinal);
        await command.ExecuteNonQueryAsync(Cancellation);

        var park = store.ParkAsync(claim, Facts.End(0), Cancellation).AsTask();
        await WaitForLockAsync(fixture);
        await transaction.CommitAsync(Cancellation);
        await park;

        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task File_that_is_submitted_during_a_claim_is_due_when_it_ends()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await fixture.SubmitAsync(Facts.File(2));
        Assert.Null(await store.ClaimAsync(Cancellation));
        await store.ParkAsync(claim, Facts.End(0), Cancellation);
        claim = await store.ClaimAsync(Cancellation);
        await store.ParkAsync(claim!, Facts.End(0), Cancellation);
        Assert.Null(await store.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task Parked_athlete_is_due_at_its_time()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await store.ParkAsync(claim, Facts.End(5, StoreFixture.Start.AddMinutes(10)), Cancellation);
        Assert.Null(await store.ClaimAsync(Cancellation));
        await fixture.SetTimeAsync(StoreFixture.Start.AddMinutes(10));
        Assert.NotNull(await store.ClaimAsync(Cancellation));
    }

    /// <summary>An athlete with a large archive does not delay the others.</summary>
    [Fact]
    public async Task Athlete_that_continues_goes_to_the_end_of_the_queue()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(1, Facts.File(1), Facts.File(2));
        await fixture.SetTimeAsync(StoreFixture.Start.AddSeconds(1));
        await fixture.SubmitAsync(2, Facts.File(3));
        await fixture.SetTimeAsync(StoreFixture.Start.AddSeconds(2));
        var store = await fixture.OpenAsync();
        var order = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            var claim = (await store.ClaimAsync(Cancellation))!;
            order.Add(claim.Athlete);
            await store.ParkAsync(claim, Facts.End(10), Cancellation);
            await fixture.SetTimeAsync(fixture.Now.AddSeconds(1));
        }

        Assert.Equal([1, 2, 1], order);
    }

    /// <summary>Without the index, claims among 100,000 athletes take ten times as long.</summary>
    [Fact]
    public async Task Claim_uses_the_index()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.ExecuteAsync(
            """
            create or replace function stravatools.sync_now() returns timestamptz language sql stable parallel safe return now();
            insert into stravatools.athlete (athlete, ready_at)
            select n, case when n % 10 = 0 then now() else 'infinity' end from generate_series(1, 20000) n;
            analyze stravatools.athlete
            """);
        var claim = Statements.Claim.Replace("$1", "'w'", StringComparison.Ordinal)
            .Replace("$2", "interval '1 minute'", StringComparison.Ordinal);
        await using var command = fixture.Source.CreateCommand("explain " + claim);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var plan = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains("Index Scan using athlete_ready", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("Index Cond: ((ready_at <= now())", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Content_is_kept_until_the_activity_exists()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1), Facts.File(2));
        var store = await fixture.OpenAsync(fixture.Options());
        var claim = (await store.ClaimAsync(Cancellation))!;
        Assert.Equal([1, 2, 3], (await store.ReadContentAsync(claim, Facts.Key(1), Cancellation)).Content!);
        await store.AppendAsync(claim, [Facts.Sending(1), Facts.Sent(1), Facts.Ready(1)], isDurable: true, Cancellation);
        await store.ParkAsync(claim, Facts.End(5), Cancellation);
        Assert.Null((await store.ReadContentAsync(claim, Facts.Key(1), Cancellation)).Content);
        Assert.NotNull((await store.ReadContentAsync(claim, Facts.Key(2), Cancellation)).Content);
    }

    private static async Task AssertLostAsync(Func<Task> work) =>
        Assert.Equal(PostgreSqlErrors.ClaimLost, (await Assert.ThrowsAsync<ApiException>(work)).Error);

    private static async Task WaitForLockAsync(PostgreSqlStoreFixture fixture)
    {
        while (await fixture.ReadAsync<long>("select count(*) from pg_locks where not granted") == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
