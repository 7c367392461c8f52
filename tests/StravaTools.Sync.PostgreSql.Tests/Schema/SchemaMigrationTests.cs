using Npgsql;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

namespace StravaTools.Sync.PostgreSql.Tests.Schema;

public class SchemaMigrationTests(SharedCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_that_start_at_the_same_time_create_the_tables_once()
    {
        var options = new PostgreSqlOptions { ConnectionString = await cluster.CreateDatabaseAsync() };
        var stores = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => PostgreSqlSyncStore.OpenAsync(options, null, Cancellation)));
        foreach (var store in stores)
        {
            Assert.Null(await store.ClaimAsync(Cancellation));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_not_used()
    {
        var options = new PostgreSqlOptions { ConnectionString = await cluster.CreateDatabaseAsync() };
        await (await PostgreSqlSyncStore.OpenAsync(options, null, Cancellation)).DisposeAsync();
        await using var source = NpgsqlDataSource.Create(options.ConnectionString);
        await using var command = source.CreateCommand("insert into stravatools.version (version) values (99)");
        await command.ExecuteNonQueryAsync(Cancellation);
        var error = await Assert.ThrowsAsync<ApiException>(() => PostgreSqlSyncStore.OpenAsync(options, null, Cancellation));
        Assert.Equal(PostgreSqlErrors.SchemaTooNew, error.Error);
    }
}
