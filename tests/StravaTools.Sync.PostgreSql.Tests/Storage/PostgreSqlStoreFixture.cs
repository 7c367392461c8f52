using Npgsql;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tests.Clusters;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Tests.Storage;

/// <summary>A database whose clock the test sets.</summary>
internal sealed class PostgreSqlStoreFixture : StoreFixture
{
    public const long Athlete = 227615;

    private readonly List<ISyncStore> _stores = [];

    private readonly SharedCluster _cluster;

    private PostgreSqlStoreFixture(SharedCluster cluster, string connection)
    {
        (_cluster, Connection) = (cluster, connection);
        Source = NpgsqlDataSource.Create(connection);
    }

    /// <summary>The connection string.</summary>
    public string Connection { get; }

    /// <summary>Connections for statements of the test.</summary>
    public NpgsqlDataSource Source { get; }

    public static async Task<PostgreSqlStoreFixture> CreateAsync(SharedCluster cluster)
    {
        var fixture = new PostgreSqlStoreFixture(cluster, cluster.TakePrepared() ?? await cluster.CreateDatabaseAsync());
        await using (await PostgreSqlSyncStore.OpenAsync(fixture.Options(), null, Cancellation))
        {
            // Creates the tables, unless an earlier test did.
        }

        await fixture.ExecuteAsync(
            """
            truncate stravatools.athlete, stravatools.budget cascade;
            insert into stravatools.budget (application) values ('test');
            create table if not exists test_clock (id int primary key, now timestamptz);
            insert into test_clock values (1, now()) on conflict do nothing;
            create or replace function stravatools.sync_now() returns timestamptz language sql stable as 'select now from test_clock'
            """);
        await fixture.SetTimeAsync(Start);
        return fixture;
    }

    public PostgreSqlOptions Options(int reserve = 0) =>
        new() { ConnectionString = Connection, RequestReserve = reserve, Application = "test" };

    public override async Task<ISyncStore> OpenAsync(int reserve = 0) => await OpenAsync(Options(reserve));

    public async Task<PostgreSqlSyncStore> OpenAsync(PostgreSqlOptions options)
    {
        var store = await PostgreSqlSyncStore.OpenAsync(options, null, Cancellation);
        _stores.Add(store);
        return store;
    }

    public override Task SubmitAsync(params SyncFact[] files) => SubmitAsync(Athlete, files);

    public async Task<long> SubmitAsync(long athlete, params SyncFact[] files)
    {
        await using var store = await PostgreSqlSyncStore.OpenAsync(Options(), null, Cancellation);
        return await store.SubmitAsync(athlete, [.. files.Select(file => new SubmittedFile(file, new byte[] { 1, 2, 3 }))], Cancellation);
    }

    /// <summary>The process is silent until its lease ends.</summary>
    public override Task KillAsync(ISyncStore store) =>
        ExecuteAsync("update stravatools.athlete set ready_at = stravatools.sync_now() where worker is not null");

    public override async Task SetTimeAsync(DateTimeOffset now)
    {
        await base.SetTimeAsync(now);
        await using var command = Source.CreateCommand("update test_clock set now = $1");
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        await Source.DisposeAsync();
        _cluster.ReturnPrepared(Connection);
    }
}
