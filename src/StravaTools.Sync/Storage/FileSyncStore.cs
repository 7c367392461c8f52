using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Storage;

/// <summary>
/// Keeps the facts in a ledger file. The fence is the lock of the operating system: it is tested when it is taken and before each intent.
/// </summary>
internal sealed class FileSyncStore(LedgerFolder folder, LedgerHeader header, RequestBudget budget, TimeProvider clock) : ISyncStore
{
    private LedgerLock? _lock;
    private LedgerWriter? _writer;
    private LedgerState? _state;

    public ValueTask<SyncClaim?> ClaimAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        _lock = LedgerLock.TakeLock(folder.Path);
        _writer = folder.OpenForWriting(header, out _state);
        budget.LoadFile();
        return ValueTask.FromResult<SyncClaim?>(new SyncClaim(header.Athlete, _writer.Lines));
    }

    public ValueTask<LedgerState> ReadAsync(SyncClaim claim, CancellationToken cancellationToken) => ValueTask.FromResult(_state!);

    /// <summary>The operating system keeps the lock while the process lives.</summary>
    public ValueTask<bool> RenewAsync(SyncClaim claim, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask SubmitAsync(SyncClaim claim, IReadOnlyList<SyncFact> files, CancellationToken cancellationToken) =>
        AppendAsync(claim, files, isDurable: false, cancellationToken);

    public ValueTask AppendAsync(SyncClaim claim, IReadOnlyList<SyncFact> facts, bool isDurable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (isDurable)
        {
            _lock!.ThrowIfUseless();
        }

        _writer!.Append(facts, isDurable);
        return ValueTask.CompletedTask;
    }

    public ValueTask<DateTimeOffset?> TakeAsync(SyncClaim claim, RequestKind kind, CancellationToken cancellationToken) =>
        budget.TakeAsync(kind, cancellationToken);

    public ValueTask CloseAsync(
        SyncClaim claim, StravaRateLimit? seen, RequestKind? refused, DateTimeOffset until, CancellationToken cancellationToken) =>
        budget.NoteAsync(seen, refused, until, cancellationToken);

    public async ValueTask WaitAsync(SyncClaim claim, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var pause = until - clock.GetUtcNow();
        await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock, cancellationToken);
    }

    public ValueTask ParkAsync(SyncClaim claim, SyncFact end, CancellationToken cancellationToken) =>
        AppendAsync(claim, [end], isDurable: true, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CreateFolder()
    {
        try
        {
            OwnerOnly.CreateFolder(folder.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.LedgerNotUsable, e, folder.Path, e.Message);
        }
    }
}
