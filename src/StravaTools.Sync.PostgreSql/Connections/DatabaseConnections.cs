using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.Sync.PostgreSql.Connections;

/// <summary>
/// Runs statements. A statement that fails because the database went away is repeated, so each must have the same effect if it runs twice.
/// </summary>
internal sealed class DatabaseConnections : IAsyncDisposable
{
    /// <summary>A commit must be on the disk before a file is sent. A stricter setting, such as remote_apply, is kept.</summary>
    private const string KeepCommits = """
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')
        """;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;

    /// <param name="connectionString">The database.</param>
    /// <param name="patience">How long to try to reconnect.</param>
    /// <param name="clock">The clock of this machine.</param>
    /// <exception cref="ApiException"><see cref="PostgreSqlErrors.ConnectionStringInvalid"/>.</exception>
    public DatabaseConnections(string connectionString, TimeSpan patience, TimeProvider clock)
    {
        (_patience, _clock) = (patience, clock);
        var settings = ParseOrNull(connectionString) ?? throw new ApiException(PostgreSqlErrors.ConnectionStringInvalid);
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(KeepCommitsOf, KeepCommitsOfAsync);
        Source = builder.Build();
        (Server, Database) = (settings.Host ?? "", settings.Database ?? settings.Username ?? "");
    }

    /// <summary>The connections.</summary>
    public NpgsqlDataSource Source { get; }

    private string Server { get; }

    private string Database { get; }

    /// <summary>Runs a statement, and reads its first row.</summary>
    /// <typeparam name="T">What the row leads to.</typeparam>
    /// <param name="sql">The statement, with parameters $1, $2, ...</param>
    /// <param name="values">The values of the parameters.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The default without a row.</returns>
    public Task<T?> ReadFirstAsync<T>(
        string sql, object?[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await using var command = CreateCommand(sql, values);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return await reader.ReadAsync(cancellationToken) ? read(reader) : default;
            },
            cancellationToken);

    /// <summary>Runs a statement, and reads all rows.</summary>
    public Task<List<T>> ReadAllAsync<T>(
        string sql, object?[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await using var command = CreateCommand(sql, values);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(read(reader));
                }

                return rows;
            },
            cancellationToken);

    /// <summary>Runs a statement.</summary>
    public Task<int> ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken) =>
        RunAsync(
            async () =>
            {
                await using var command = CreateCommand(sql, values);
                return await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Repeats work while the database is away.</summary>
    /// <exception cref="ApiException">It stays away, or refuses the work.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (IsAway(e) && _clock.GetElapsedTime(started) < _patience)
            {
                await Task.Delay(pause, _clock, cancellationToken);
            }
            catch (Exception e) when (e is DbException or SocketException)
            {
                throw new ApiException(PostgreSqlErrors.DatabaseNotUsable, e, Database, Server, e.Message);
            }
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Npgsql's messages may contain values, and a value may be a part of a password. So its error is not passed on.</summary>
    private static NpgsqlConnectionStringBuilder? ParseOrNull(string connectionString)
    {
        try
        {
            // Without a reset between two uses, so that the setting of commits remains.
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
            settings.ApplicationName ??= "StravaTools";
            return settings.Host is { Length: > 0 } ? settings : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsAway(Exception e) => e is SocketException || e is DbException { IsTransient: true };

    private NpgsqlCommand CreateCommand(string sql, object?[] values)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in values)
        {
            // A parameter belongs to one command, and the statement may be repeated.
            command.Parameters.Add((value as NpgsqlParameter)?.Clone() ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    private static void KeepCommitsOf(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(KeepCommits, connection);
        command.ExecuteNonQuery();
    }

    private static async Task KeepCommitsOfAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(KeepCommits, connection);
        await command.ExecuteNonQueryAsync();
    }
}
