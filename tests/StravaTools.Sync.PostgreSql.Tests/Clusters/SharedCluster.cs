using System.Collections.Concurrent;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

[assembly: AssemblyFixture(typeof(SharedCluster))]

namespace StravaTools.Sync.PostgreSql.Tests.Clusters;

/// <summary>One server for all tests that do not crash it. Each has a database of its own.</summary>
public sealed class SharedCluster : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private PostgreSqlCluster? _cluster;
    private readonly ConcurrentStack<string> _prepared = [];
    private int _databases;

    /// <summary>Creates a database. Without PostgreSQL, the test is skipped.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _cluster ??= await PostgreSqlCluster.StartAsync();
            return await _cluster.CreateDatabaseAsync(string.Create(null, $"test{++_databases}"));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A database that an earlier test has returned; null without one.</summary>
    public string? TakePrepared() => _prepared.TryPop(out var connection) ? connection : null;

    /// <summary>Returns a database whose tables exist. The next test empties them, which is faster than a new database.</summary>
    public void ReturnPrepared(string connection) => _prepared.Push(connection);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _one.Dispose();
    }
}
