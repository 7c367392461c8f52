using Npgsql;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Connections;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tests.Clusters;
using StravaTools.Sync.PostgreSql.Tests.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Connections;

public class DatabaseConnectionsTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An intent that is not on the disk when the server crashes leads to a second upload.</summary>
    [Fact]
    public async Task Commits_are_durable_even_if_the_database_does_not_require_it()
    {
        var connection = await cluster.CreateDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            var name = new NpgsqlConnectionStringBuilder(connection).Database;
            await using var command = source.CreateCommand($"alter database {name} set synchronous_commit = off");
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var database = new DatabaseConnections(connection, TimeSpan.Zero, TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("on", await database.ReadFirstAsync("show synchronous_commit", [], row => row.GetString(0), Cancellation));
        }
    }

    [Fact]
    public async Task A_stricter_setting_for_commits_is_kept()
    {
        var connection = await cluster.CreateDatabaseAsync() + ";Options=-c synchronous_commit=remote_apply";
        await using var database = new DatabaseConnections(connection, TimeSpan.Zero, TimeProvider.System);
        Assert.Equal("remote_apply", await database.ReadFirstAsync("show synchronous_commit", [], row => row.GetString(0), Cancellation));
    }

    [Fact]
    public async Task Missing_database_is_an_error_without_the_password()
    {
        var connection = await cluster.CreateDatabaseAsync() + ";Database=missing;Password=secret";
        var options = new PostgreSqlOptions { ConnectionString = connection, ReconnectTime = TimeSpan.Zero };
        var error = await Assert.ThrowsAsync<ApiException>(() => PostgreSqlSyncStore.OpenAsync(options, null, Cancellation));
        Assert.Equal(PostgreSqlErrors.DatabaseNotUsable, error.Error);
        Assert.DoesNotContain("secret", error.Message + options, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_that_the_server_closed_are_replaced()
    {
        await using var fixture = await PostgreSqlStoreFixture.CreateAsync(cluster);
        await fixture.SubmitAsync(Facts.File(1));
        var store = await fixture.OpenAsync();
        var claim = (await store.ClaimAsync(Cancellation))!;
        await fixture.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await store.AppendAsync(claim, [Facts.Sending(1)], isDurable: true, Cancellation);
        Assert.Equal(2L, await fixture.ReadAsync<long>("select count(*) from stravatools.fact"));
    }
}
