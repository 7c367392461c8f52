using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.PostgreSql.Workers;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql;

/// <summary>
/// Uploads the submitted files of many athletes. Any number of workers on any number of machines share a database: each athlete is with one
/// worker at a time, all share the rate limits, and another worker continues where one was killed.
/// </summary>
public sealed class SyncWorker : IAsyncDisposable
{
    /// <summary>The name of the worker's meter (System.Diagnostics.Metrics) and of its activities.</summary>
    public const string MeterName = WorkerMeter.Name;

    private static readonly TimeSpan ProgressPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(5);

    private readonly PostgreSqlSyncStore _store;
    private readonly SyncWorkerOptions _options;
    private readonly AthleteTurns _turns;
    private readonly WorkerMeter _meter;
    private readonly HashSet<Task> _running = [];
    private DateTimeOffset _progressAt;
    private ApiException? _keyMismatch;

    private SyncWorker(PostgreSqlSyncStore store, SyncWorkerOptions options, AthleteTurns turns, WorkerMeter meter) =>
        (_store, _options, _turns, _meter) = (store, options, turns, meter);

    /// <summary>Connects, and creates or migrates the tables.</summary>
    /// <param name="database">The database.</param>
    /// <param name="options">How to upload.</param>
    /// <param name="cipher">Decrypts the tokens.</param>
    /// <param name="http">Sends the requests. It must have a timeout.</param>
    /// <param name="clock">The clock of this machine; null for the system's. The database's clock decides.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">The database cannot be used, or its tokens were encrypted with another key.</exception>
    /// <exception cref="ArgumentException">
    /// Requests have no timeout, or permits live forever. Then a file whose response was lost could never be sent again.
    /// </exception>
    public static async Task<SyncWorker> OpenAsync(
        PostgreSqlOptions database, SyncWorkerOptions options, TokenCipher cipher, HttpClient http, TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(cipher);
        ArgumentNullException.ThrowIfNull(http);
        if (http.Timeout <= TimeSpan.Zero || options.PermitLife <= TimeSpan.Zero)
        {
            throw new ArgumentException("Requests need a timeout, and permits a life.", nameof(options));
        }

        var store = await PostgreSqlSyncStore.OpenAsync(database, clock, cancellationToken);
        try
        {
            await store.ThrowIfOtherKeyAsync(cipher, except: null, cancellationToken);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }

        var meter = new WorkerMeter();
        return new SyncWorker(store, options, new AthleteTurns(store, options, cipher, http, database.Lease, meter), meter);
    }

    /// <summary>
    /// Works until it is asked to stop, or until nothing is left to do (<see cref="SyncWorkerOptions.UntilSettled"/>). Errors of the
    /// database are reported, and it tries again.
    /// </summary>
    /// <param name="stop">
    /// Ends the work soon: requests that were sent are completed, and everything is written down.
    /// </param>
    /// <param name="cancellationToken">Ends the work at once. Another worker finds out what arrived.</param>
    /// <exception cref="ApiException">
    /// A connection pooler loses notifications, or the tokens in the database were encrypted with another key.
    /// </exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        try
        {
            do
            {
                await WaitForRoomAsync(either.Token);
            }
            while (await StartNextAsync(stop, either.Token, cancellationToken));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The turns end, too.
        }

        await Task.WhenAll(_running);
        if (_keyMismatch is not null)
        {
            throw _keyMismatch;
        }
    }

    /// <summary>Throws if this worker could not claim an athlete now.</summary>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public Task CheckAsync(CancellationToken cancellationToken = default) => _store.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        return _store.DisposeAsync();
    }

    private async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        _running.RemoveWhere(task => task.IsCompleted);
        if (_running.Count >= _options.Athletes)
        {
            await Task.WhenAny(_running).WaitAsync(cancellationToken);
        }
    }

    /// <returns>False if nothing is left to do, and this worker ends then.</returns>
    private async Task<bool> StartNextAsync(CancellationToken stop, CancellationToken waiting, CancellationToken cancellationToken)
    {
        if (_keyMismatch is not null)
        {
            return false;
        }

        try
        {
            await MeasureAsync(waiting);

            // While no upload is permitted, claims would only move athletes to the next window one by one.
            await _store.WaitUntilOpenAsync(waiting);
            if (await _store.ClaimAsync(waiting) is { } claim)
            {
                _running.Add(TakeTurnAsync(claim, stop, cancellationToken));
                return true;
            }

            if (_options.UntilSettled && !await _store.HasWorkAsync(waiting))
            {
                return false;
            }

            await WaitForWorkAsync(waiting);
        }
        catch (ApiException e) when (e.Error != PostgreSqlErrors.PoolerInTheWay)
        {
            _options.Failed?.Invoke(e);
            await Task.Delay(PauseAfterError, _store.Clock, waiting);
        }

        return true;
    }

    /// <summary>Waits until an athlete may be due, or a turn of this worker ends: its athlete may be due again at once.</summary>
    private async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var due = _store.WaitForWorkAsync(ended.Token);
        if (await Task.WhenAny([due, .. _running]) == due)
        {
            await due;
            return;
        }

        await ended.CancelAsync();
        await due.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (_store.Clock.GetUtcNow() - _progressAt >= ProgressPause)
        {
            _progressAt = _store.Clock.GetUtcNow();
            _meter.SetProgress(await _store.ReadProgressAsync(cancellationToken));
        }
    }

    private async Task TakeTurnAsync(SyncClaim claim, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await _turns.RunAsync(claim, stop, cancellationToken);
            _meter.CountClaim("ended");
        }
        catch (ApiException e) when (e.Error == PostgreSqlErrors.TokenKeyMismatch)
        {
            _keyMismatch = e;
        }
        catch (ApiException e)
        {
            _meter.CountClaim(e.Code);
            // The lease ends, and then a worker continues.
            _options.Failed?.Invoke(e);
        }
        catch (OperationCanceledException)
        {
            // This worker ends at once, or lost its claim, which was reported.
        }
    }
}
