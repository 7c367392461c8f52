using System.Collections.Concurrent;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql.Connections;
using StravaTools.Sync.PostgreSql.Errors;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Schema;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>Keeps the facts of all athletes in PostgreSQL. A store serves any number of claims at the same time.</summary>
internal sealed class PostgreSqlSyncStore : ISyncStore
{
    private readonly DatabaseConnections _database;
    private readonly PostgreSqlOptions _options;
    private readonly StoreClock _clock;
    private readonly string _worker;
    private readonly ConcurrentDictionary<SyncClaim, long> _lengths = [];
    private readonly WorkListener _work;
    private long _opensAt;

    private PostgreSqlSyncStore(DatabaseConnections database, PostgreSqlOptions options, StoreClock clock)
    {
        (_database, _options, _clock) = (database, options, clock);
        _worker = options.Worker is { Length: > 0 } name ? name : Guid.NewGuid().ToString("N")[..8];
        _work = new WorkListener(database, clock);
    }

    /// <summary>The database's clock.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Connects, and creates or migrates the tables.</summary>
    /// <param name="options">The database.</param>
    /// <param name="clock">The clock of this machine; null for the system's.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public static async Task<PostgreSqlSyncStore> OpenAsync(
        PostgreSqlOptions options, TimeProvider? clock, CancellationToken cancellationToken)
    {
        var local = clock ?? TimeProvider.System;
        var database = new DatabaseConnections(options.ConnectionString, options.ReconnectTime, local);
        try
        {
            await SchemaMigration.RunAsync(database, cancellationToken);
            await database.ExecuteAsync(BudgetStatements.Create, [options.Application], cancellationToken);
            return new PostgreSqlSyncStore(database, options, new StoreClock(local));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Submits files of an athlete. Those that the athlete has already are left out.</summary>
    /// <returns>How many are new.</returns>
    public async Task<long> SubmitAsync(long athlete, IReadOnlyList<SubmittedFile> files, CancellationToken cancellationToken)
    {
        object?[] values =
        [
            athlete,
            ToJsonArray(files.Select(file => file.Fact)),
            Array(files.Select(file => file.Content.ToArray()).ToArray(), NpgsqlDbType.Bytea),
        ];
        return await _database.ReadFirstAsync(Statements.Submit, values, row => row.GetInt64(0), cancellationToken);
    }

    /// <summary>Throws if there are tokens, and none of them can be decrypted.</summary>
    /// <param name="cipher">Decrypts them.</param>
    /// <param name="except">An athlete whose tokens are not considered; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException"><see cref="PostgreSqlErrors.TokenKeyMismatch"/>, or the database cannot be used.</exception>
    public async Task ThrowIfOtherKeyAsync(TokenCipher cipher, long? except, CancellationToken cancellationToken)
    {
        var some = await _database.ReadAllAsync(
            Statements.ReadSomeTokens,
            [except ?? 0],
            row => (Athlete: row.GetInt64(0), Tokens: row.GetFieldValue<byte[]>(1)),
            cancellationToken);
        if (some.Count > 0 && !some.Exists(row => cipher.CanDecrypt(row.Athlete, row.Tokens)))
        {
            throw new ApiException(PostgreSqlErrors.TokenKeyMismatch);
        }
    }

    /// <summary>The tokens of an athlete.</summary>
    public TokenRow TokensOf(long athlete) => new(_database, athlete);

    /// <summary>Waits until an athlete may be due.</summary>
    /// <exception cref="ApiException">The database cannot be used, or a pooler loses notifications.</exception>
    public Task WaitForWorkAsync(CancellationToken cancellationToken) => _work.WaitForWorkAsync(cancellationToken);

    /// <summary>Waits until this worker expects that an upload may be permitted.</summary>
    public async Task WaitUntilOpenAsync(CancellationToken cancellationToken)
    {
        var pause = new DateTimeOffset(Interlocked.Read(ref _opensAt), TimeSpan.Zero) - _clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, _clock, cancellationToken);
        }
    }

    /// <summary>Throws if no athlete could be claimed now.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => _database.ExecuteAsync(Statements.Check, [], cancellationToken);

    /// <summary>Reads what is left to do, and what is left of the limits.</summary>
    public async Task<FleetProgress> ReadProgressAsync(CancellationToken cancellationToken)
    {
        var steps = await _database.ReadAllAsync(
            Statements.ReadProgress,
            [],
            row => (Name: row.GetString(0), Files: row.GetInt64(1), Oldest: row.IsDBNull(2) ? null : (double?)row.GetDouble(2)),
            cancellationToken);
        var (quarter, day) = await _database.ReadFirstAsync(
            BudgetStatements.ReadLeft, [_options.Application], row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);
        return new FleetProgress(steps.ConvertAll(step => (step.Name, step.Files)), steps.Max(step => step.Oldest), quarter, day);
    }

    /// <summary>True if an athlete is claimed, or due now or at a known time.</summary>
    public Task<bool> HasWorkAsync(CancellationToken cancellationToken) =>
        _database.ReadFirstAsync(Statements.HasWork, [], row => row.GetBoolean(0), cancellationToken);

    /// <summary>Reads the files of athletes that are in some states, also settled ones. Null for all athletes, or all states.</summary>
    public async Task<List<(long Athlete, SyncItem Item)>> ReadFilesAsync(
        IReadOnlyList<long>? athletes, IReadOnlyList<SyncState>? states, CancellationToken cancellationToken)
    {
        object?[] values =
        [
            Array(athletes?.ToArray(), NpgsqlDbType.Bigint),
            Array(states?.SelectMany(UnitSteps.ListSteps).ToArray(), NpgsqlDbType.Text),
        ];
        var facts = await _database.ReadAllAsync(
            Statements.ReadHistory, values, row => (Athlete: row.GetInt64(2), Fact: ReadFact(row)), cancellationToken);
        return [.. facts.GroupBy(found => found.Athlete, found => found.Fact).SelectMany(group =>
            ToState(group).Items.Values.Select(item => (group.Key, item))).OrderBy(found => found.item.ChangedAt)];
    }

    /// <summary>Reads a submitted file.</summary>
    /// <returns>Null if it is no longer kept.</returns>
    public Task<(string Path, byte[]? Content)> ReadContentAsync(SyncClaim claim, ContentKey key, CancellationToken cancellationToken) =>
        _database.ReadFirstAsync(
            Statements.ReadContent,
            [claim.Athlete, key.ToString()],
            row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
            cancellationToken);

    public async ValueTask<SyncClaim?> ClaimAsync(CancellationToken cancellationToken)
    {
        var asked = _clock.Local;
        var claim = await _database.ReadFirstAsync(
            Statements.Claim,
            [_worker, _options.Lease],
            row =>
            {
                _clock.SetTime(row.GetFieldValue<DateTimeOffset>(2), asked);
                return new SyncClaim(row.GetInt64(0), row.GetInt64(1));
            },
            cancellationToken);
        if (claim is not null)
        {
            _lengths[claim] = 0;
        }

        return claim;
    }

    public async ValueTask<LedgerState> ReadAsync(SyncClaim claim, CancellationToken cancellationToken)
    {
        var facts = await _database.ReadAllAsync(Statements.Read, [claim.Athlete], ReadFact, cancellationToken);
        return ToState(facts);
    }

    public async ValueTask<bool> RenewAsync(SyncClaim claim, CancellationToken cancellationToken) =>
        await _database.ExecuteAsync(Statements.Renew, [claim.Athlete, claim.Fence, _options.Lease], cancellationToken) == 1;

    public ValueTask SubmitAsync(SyncClaim claim, IReadOnlyList<SyncFact> files, CancellationToken cancellationToken) =>
        AppendAsync(claim, files, isDurable: false, cancellationToken);

    public async ValueTask AppendAsync(
        SyncClaim claim, IReadOnlyList<SyncFact> facts, bool isDurable, CancellationToken cancellationToken)
    {
        if (!_lengths.TryGetValue(claim, out var before))
        {
            throw new ApiException(PostgreSqlErrors.ClaimLost, claim.Athlete);
        }

        object?[] values = [claim.Athlete, claim.Fence, _options.Lease, before, ToJsonArray(facts)];
        var isHeld = await _database.ReadFirstAsync(Statements.Append, values, row => row.GetBoolean(0), cancellationToken);
        ThrowUnless(isHeld, claim);
        _lengths[claim] = before + facts.Count;
    }

    public async ValueTask<DateTimeOffset?> TakeAsync(SyncClaim claim, RequestKind kind, CancellationToken cancellationToken)
    {
        object?[] values =
        [
            _options.Application, claim.Athlete, claim.Fence, kind == RequestKind.Read, _options.RequestReserve, _options.WindowMargin,
        ];
        var (opens, isHeld) = await _database.ReadFirstAsync(
            BudgetStatements.Take, values, row => (ReadTime(row, 0), row.GetBoolean(1)), cancellationToken);
        ThrowUnless(isHeld, claim);
        if (opens is { } time && kind == RequestKind.Write)
        {
            Interlocked.Exchange(ref _opensAt, time.UtcTicks);
        }

        return opens;
    }

    public async ValueTask CloseAsync(
        SyncClaim claim, StravaRateLimit? seen, RequestKind? refused, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (seen is null && refused is null)
        {
            return;
        }

        object?[] values =
        [
            _options.Application, Time(seen?.SeenAt),
            Count(seen?.FifteenMinutes.Usage), Count(seen?.ReadFifteenMinutes.Usage),
            Count(seen?.Daily.Usage), Count(seen?.ReadDaily.Usage),
            Count(seen?.FifteenMinutes.Limit), Count(seen?.ReadFifteenMinutes.Limit),
            Count(seen?.Daily.Limit), Count(seen?.ReadDaily.Limit),
            Time(refused == RequestKind.Write ? until : null), Time(refused == RequestKind.Read ? until : null),
        ];
        await _database.ExecuteAsync(BudgetStatements.Note, values, cancellationToken);
    }

    public async ValueTask WaitAsync(SyncClaim claim, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var pause = until - _clock.GetUtcNow();
        await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _clock, cancellationToken);
    }

    public async ValueTask ParkAsync(SyncClaim claim, SyncFact end, CancellationToken cancellationToken)
    {
        object?[] values = [claim.Athlete, claim.Fence, Time(NextTime(end)), ToJson(end)];
        await _database.ReadFirstAsync(Statements.Park, values, row => row.GetBoolean(0), cancellationToken);
        _lengths.TryRemove(claim, out _);
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>When something can be done; null if that does not depend on the time.</summary>
    private DateTimeOffset? NextTime(SyncFact end) => (SyncExitCode?)end.Number switch
    {
        SyncExitCode.Settled or SyncExitCode.NeedsYou or SyncExitCode.LoginNeeded => end.Modified,
        _ => end.Modified ?? _clock.GetUtcNow(),
    };

    private static SyncFact ReadFact(NpgsqlDataReader row) =>
        LedgerLine.ReadFact(Encoding.UTF8.GetBytes(row.GetString(0)), out _) with { Time = row.GetFieldValue<DateTimeOffset>(1) };

    private static LedgerState ToState(IEnumerable<SyncFact> facts)
    {
        var state = new LedgerState();
        foreach (var fact in facts)
        {
            state.ApplyFact(fact);
        }

        return state;
    }

    private static DateTimeOffset? ReadTime(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static void ThrowUnless(bool isHeld, SyncClaim claim)
    {
        if (!isHeld)
        {
            throw new ApiException(PostgreSqlErrors.ClaimLost, claim.Athlete);
        }
    }

    private static NpgsqlParameter ToJson(SyncFact fact) => new() { Value = LedgerLine.ToJson(fact), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter ToJsonArray(IEnumerable<SyncFact> facts) =>
        Array(facts.Select(LedgerLine.ToJson).ToArray(), NpgsqlDbType.Jsonb);

    private static NpgsqlParameter Array(object? values, NpgsqlDbType type) =>
        new() { Value = values ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | type };

    private static NpgsqlParameter Count(long? value) => new()
    {
        Value = (object?)value ?? DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.Bigint,
    };

    private static NpgsqlParameter Time(DateTimeOffset? value) => new()
    {
        Value = (object?)value?.ToUniversalTime() ?? DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.TimestampTz,
    };
}
