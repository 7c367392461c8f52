using System.Data.Common;
using Npgsql;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.Sync.PostgreSql.Connections;

/// <summary>Waits without polling until an athlete is due or files are submitted (LISTEN), with a connection of its own.</summary>
internal sealed class WorkListener(DatabaseConnections database, StoreClock clock) : IAsyncDisposable
{
    /// <summary>When the next athlete is due, and now.</summary>
    private const string NextDue = """
        select min(ready_at), stravatools.sync_now() from stravatools.athlete where ready_at < 'infinity'
        """;

    /// <summary>Even if every notification were lost, work waits no longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Time for a notification to come back.</summary>
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private NpgsqlConnection? _connection;

    /// <summary>Waits until an athlete may be due.</summary>
    /// <exception cref="ApiException">The database cannot be used, or a pooler loses notifications.</exception>
    public async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await database.RunAsync(() => WaitOnceAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _one.Dispose();
    }

    private async Task<bool> WaitOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Listens first: what is submitted after that cannot be missed.
            _connection ??= await ListenAsync(cancellationToken);
            var pause = await ReadPauseAsync(_connection, cancellationToken);
            return pause > TimeSpan.Zero && await WaitAsync(_connection, pause, cancellationToken);
        }
        catch (Exception e) when (e is DbException or IOException or ObjectDisposedException)
        {
            await CloseAsync();
            throw;
        }
    }

    private async Task<NpgsqlConnection> ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("listen stravatools", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await ThrowIfDeafAsync(connection, cancellationToken);
        return connection;
    }

    /// <summary>A pooler has a process ID of its own. In transaction mode, it does not deliver notifications.</summary>
    private async Task ThrowIfDeafAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        if ((int)(await command.ExecuteScalarAsync(cancellationToken))! == connection.ProcessID)
        {
            return;
        }

        await database.ExecuteAsync("select pg_notify('stravatools', 'probe')", [], cancellationToken);
        if (!await WaitAsync(connection, ProbeTime, cancellationToken))
        {
            await connection.DisposeAsync();
            throw new ApiException(PostgreSqlErrors.PoolerInTheWay);
        }
    }

    private async Task<TimeSpan> ReadPauseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var asked = clock.Local;
        await using var command = new NpgsqlCommand(NextDue, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var now = reader.GetFieldValue<DateTimeOffset>(1);
        clock.SetTime(now, asked);
        if (reader.IsDBNull(0))
        {
            return LongestWait;
        }

        var pause = reader.GetFieldValue<DateTimeOffset>(0) - now;
        return pause < LongestWait ? pause : LongestWait;
    }

    /// <summary>True if a notification arrived.</summary>
    private async Task<bool> WaitAsync(NpgsqlConnection connection, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var due = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            await connection.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
