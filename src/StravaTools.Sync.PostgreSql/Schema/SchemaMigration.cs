using System.Reflection;
using Npgsql;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Connections;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.Sync.PostgreSql.Schema;

/// <summary>Creates the tables, or moves them to the current version. Only one process at a time does so.</summary>
internal static class SchemaMigration
{
    /// <summary>The version that this program supports: the number of scripts.</summary>
    public const int CurrentVersion = 1;

    private const int OldestServer = 15;

    /// <summary>Migrates the tables.</summary>
    /// <exception cref="ApiException">The server is too old, or the tables are too new.</exception>
    public static Task RunAsync(DatabaseConnections database, CancellationToken cancellationToken) =>
        database.RunAsync(() => MigrateAsync(database.Source, cancellationToken), cancellationToken);

    private static async Task<int> MigrateAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new ApiException(PostgreSqlErrors.DatabaseTooOld, connection.PostgreSqlVersion, OldestServer);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtext('stravatools.version'))", cancellationToken);
        var found = await ReadVersionAsync(connection, cancellationToken);
        if (found > CurrentVersion)
        {
            throw new ApiException(PostgreSqlErrors.SchemaTooNew, found, CurrentVersion);
        }

        for (var version = found + 1; version <= CurrentVersion; version++)
        {
            await ExecuteAsync(connection, ReadScript(version), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return found;
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass('stravatools.version') is not null", connection);
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
        {
            return 0;
        }

        await using var version = new NpgsqlCommand("select max(version) from stravatools.version", connection);
        return (int)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string ReadScript(int version)
    {
        var name = string.Create(null, $"{version:D4}.sql");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return string.Create(null, $"{reader.ReadToEnd()}; insert into stravatools.version (version) values ({version})");
    }
}
