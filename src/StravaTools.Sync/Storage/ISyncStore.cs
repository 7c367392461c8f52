using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Storage;

/// <summary>
/// Where a run keeps its facts and takes its requests from. Claim, permit, and append share one fence, so the interface also fits a store
/// that several machines share.
/// </summary>
internal interface ISyncStore : IAsyncDisposable
{
    /// <summary>Claims the files of an athlete that are due. A store has one athlete or many.</summary>
    /// <returns>Null if nothing is due.</returns>
    /// <exception cref="ApiException">Another run has them, or the store cannot be used.</exception>
    ValueTask<SyncClaim?> ClaimAsync(CancellationToken cancellationToken);

    /// <summary>Reads the state of the claimed files. A store may leave out files for which nothing remains to be done.</summary>
    ValueTask<LedgerState> ReadAsync(SyncClaim claim, CancellationToken cancellationToken);

    /// <summary>Keeps a claim.</summary>
    /// <returns>False if it is no longer valid, because this run was silent for too long.</returns>
    ValueTask<bool> RenewAsync(SyncClaim claim, CancellationToken cancellationToken);

    /// <summary>Adds what a folder contains. Adding the same content a second time changes nothing.</summary>
    ValueTask SubmitAsync(SyncClaim claim, IReadOnlyList<SyncFact> files, CancellationToken cancellationToken);

    /// <summary>Adds facts, in order.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="isDurable">Whether they must survive a power cut when this returns.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ApiException">The facts were not stored, or the claim is no longer valid.</exception>
    ValueTask AppendAsync(SyncClaim claim, IReadOnlyList<SyncFact> facts, bool isDurable, CancellationToken cancellationToken);

    /// <summary>Takes a request from the application's budget.</summary>
    /// <returns>Null to send it now; otherwise when to ask again.</returns>
    ValueTask<DateTimeOffset?> TakeAsync(SyncClaim claim, RequestKind kind, CancellationToken cancellationToken);

    /// <summary>Notes the limits that a response reported.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="seen">The limits; null if the response did not report them.</param>
    /// <param name="refused">The kind of the request that was refused because of a limit; null if it was not.</param>
    /// <param name="until">When the limit resets.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask CloseAsync(
        SyncClaim claim, StravaRateLimit? seen, RequestKind? refused, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Waits until a time, or until the store has new work.</summary>
    ValueTask WaitAsync(SyncClaim claim, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Ends the claim. Nothing needs to be done for the athlete before a time.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="end">What the run reports.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask ParkAsync(SyncClaim claim, SyncFact end, CancellationToken cancellationToken);
}
