using Npgsql;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>
/// The time of the workers of this process and of their database. It passes only while nothing happens, so a test neither waits for it
/// nor fails because the machine is busy.
/// </summary>
internal sealed class SteppedTime(ManualTimeProvider clock, NpgsqlDataSource source, CountingHandler requests)
{
    /// <summary>Shorter than the life of a permit: a worker may be between two statements.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    private (string State, int Requests) _last;

    /// <summary>Replaces the database's clock.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            create table stravatools.test_clock (now timestamptz);
            insert into stravatools.test_clock values (now());
            create or replace function stravatools.sync_now() returns timestamptz language sql stable as
                'select now from stravatools.test_clock'
            """;
        await using var command = source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await SetTimeAsync(clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Lets time pass if nothing happened since the last call.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        var now = (await ReadStateAsync(cancellationToken), requests.Begun);
        if (now == _last && requests.IsIdle)
        {
            await SetTimeAsync(clock.GetUtcNow() + Step, cancellationToken);
            clock.Advance(Step);
        }

        _last = now;
    }

    /// <summary>What workers change: facts, claims, and permits.</summary>
    private async Task<string> ReadStateAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            select concat_ws(' ', (select max(id) from stravatools.fact), (select sum(fence) from stravatools.athlete),
                (select count(worker) from stravatools.athlete), (select sum(day_used) from stravatools.budget))
            """;
        await using var command = source.CreateCommand(Sql);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task SetTimeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("update stravatools.test_clock set now = $1");
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
