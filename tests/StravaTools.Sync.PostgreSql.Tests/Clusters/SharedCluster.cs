using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using StravaTools.Sync.PostgreSql.Tests.Clusters;

[assembly: AssemblyFixture(typeof(SharedCluster))]

namespace StravaTools.Sync.PostgreSql.Tests.Clusters;

/// <summary>One server for all tests that do not crash it. Each has a database of its own.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    private readonly ConcurrentStack<string> _prepared = [];
    private PostgreSqlCluster? _cluster;
    private ExceptionDispatchInfo? _problem;
    private int _databases;

    /// <summary>Starts the server. On a busy machine, that takes longer than most tests may take.</summary>
    public async ValueTask InitializeAsync()
    {
        try
        {
            _cluster = await PostgreSqlCluster.StartAsync();
        }
        catch (Exception e)
        {
            // Each test that requires the server fails or is skipped for this reason.
            _problem = ExceptionDispatchInfo.Capture(e);
        }
    }

    /// <summary>Creates a database. Without PostgreSQL, the test is skipped.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> CreateDatabaseAsync()
    {
        _problem?.Throw();
        return _cluster!.CreateDatabaseAsync(string.Create(null, $"test{Interlocked.Increment(ref _databases)}"));
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
    }
}
