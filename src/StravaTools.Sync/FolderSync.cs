using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;
using StravaTools.Sync.Places;
using StravaTools.Sync.Results;
using StravaTools.Sync.Running;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync;

/// <summary>
/// Uploads the activity files of folders, each exactly once, through crashes, rate limits, and lost responses. What was sent is in a ledger
/// on this machine.
/// </summary>
/// <param name="client">The client. It must not wait for rate limits itself.</param>
/// <param name="options">What to synchronize.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class FolderSync(StravaClient client, SyncOptions options, TimeProvider? clock = null)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly StatePlaces _places = StatePlaces.Create(options.StateFolder, client.BaseUri);

    /// <summary>Receives how far the run is, in order, on any thread; null for nothing.</summary>
    public Action<SyncProgress>? Progress { get; init; }

    /// <summary>The current run; null before it begins.</summary>
    internal SyncRunner? Runner { get; private set; }

    /// <summary>Runs once.</summary>
    /// <param name="report">Receives each file whose state is known, and again when it changes. Called in order, on any thread.</param>
    /// <param name="stop">Ends the run within seconds, with everything written down. The next run continues.</param>
    /// <param name="cancellationToken">Ends the run at once. The next run finds out what arrived on Strava.</param>
    /// <exception cref="ApiException">Nothing was sent, or the ledger could no longer be written.</exception>
    public async Task<SyncSummary> RunAsync(
        Action<SyncResult> report, CancellationToken stop = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        Validate();
        var started = _clock.GetUtcNow();
        var budget = CreateBudget();
        var reads = new LimitedReads(client, budget, _clock)
        {
            Waiting = ReportWait,
            Deadline = started + options.MaxDuration,
            Stop = stop,
        };
        var athletes = new AthleteCheck(reads, _places, options.Login);
        var athlete = await athletes.FindAsync(cancellationToken);
        SyncSummary summary;
        try
        {
            summary = await RunAsync(athletes, athlete, budget, started, report, stop, cancellationToken);
        }
        catch (OtherAthleteException other)
        {
            // The login belongs to another athlete now, who has another ledger. Nothing was sent.
            summary = await RunAsync(athletes, other.Athlete, budget, started, report, stop, cancellationToken);
        }

        return summary with { Requests = summary.Requests with { Polls = summary.Requests.Polls + reads.Counts.Polls } };
    }

    /// <summary>
    /// Verifies that Strava has the activities of the files, and those of files that were moved or deleted after they were sent. It sends
    /// no file. The ledger notes which activities were deleted, and the activities of unfinished files that were found.
    /// </summary>
    /// <param name="report">Receives each file, in order, on any thread. IsNew says that the state differs from the ledger's.</param>
    /// <param name="stop">Ends the verification within seconds.</param>
    /// <param name="cancellationToken">Ends the verification at once.</param>
    /// <exception cref="ApiException">Strava cannot be asked, or the ledger cannot be used.</exception>
    public async Task<SyncSummary> VerifyAsync(
        Action<SyncResult> report, CancellationToken stop = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        Validate();
        var started = _clock.GetUtcNow();
        var budget = CreateBudget();
        var reads = new LimitedReads(client, budget, _clock) { Waiting = ReportWait };
        var athletes = new AthleteCheck(reads, _places, options.Login);
        using var timer = new CancellationTokenSource(options.MaxDuration ?? Timeout.InfiniteTimeSpan, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timer.Token, cancellationToken);
        var summary = new SyncSummary { ExitCode = SyncExitCode.Stopped, Verified = 0 };
        try
        {
            summary = await VerifyAsync(reads, await athletes.AskAsync(either.Token), budget, report, either.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time was over before the first response.
        }

        return summary with { Started = started, Duration = _clock.GetUtcNow() - started };
    }

    private async Task<SyncSummary> VerifyAsync(
        LimitedReads reads, long athlete, RequestBudget budget, Action<SyncResult> report, CancellationToken stop,
        CancellationToken cancellationToken)
    {
        var ledger = new LedgerFolder(_places.LedgerOf(athlete), _clock);
        await using var store = CreateStore(ledger, athlete, budget);
        var claim = await ClaimAsync(store, cancellationToken);
        var state = await store.ReadAsync(claim, cancellationToken);
        var present = await new FolderScanner(state, options.CompleteScan, _clock).ScanAsync(options.Paths, cancellationToken);
        var files = Verification.SelectFiles(state, present, FoldersOf(options));
        var verification = new VerificationRun(_places.Site, state, files, reads, _clock.GetUtcNow())
        {
            Report = report,
            Progress = Progress,
        };
        var summary = await verification.RunAsync(present, stop, cancellationToken);
        await store.AppendAsync(claim, verification.Facts, isDurable: true, cancellationToken);
        return summary with { Athlete = athlete, LedgerPath = ledger.CurrentFile, LastSuccess = state.LastSuccess };
    }

    /// <summary>The folders whose files are verified, with the folder for settled files.</summary>
    internal static IReadOnlyList<string> FoldersOf(SyncOptions options) =>
        options.MoveTo is { } target ? [.. options.Paths, target] : options.Paths;

    private async Task<SyncSummary> RunAsync(
        AthleteCheck athletes, long athlete, RequestBudget budget, DateTimeOffset started, Action<SyncResult> report,
        CancellationToken stop, CancellationToken cancellationToken)
    {
        var ledger = new LedgerFolder(_places.LedgerOf(athlete), _clock);
        await using var store = CreateStore(ledger, athlete, budget);
        var claim = await ClaimAsync(store, cancellationToken);
        var state = await store.ReadAsync(claim, cancellationToken);
        var runId = Guid.NewGuid().ToString("N")[..8];
        var begin = new SyncFact(SyncFactKind.Run) { Time = started, By = runId };
        await store.AppendAsync(claim, [begin], isDurable: false, cancellationToken);
        try
        {
            var summary = await RunAsync(store, claim, state, athletes, started, report, stop, cancellationToken) with
            {
                RunId = runId,
                Started = started,
                Duration = _clock.GetUtcNow() - started,
                Athlete = athlete,
                LedgerPath = ledger.CurrentFile,
            };
            await ParkAsync(store, claim, summary, cancellationToken);
            return summary with { LastSuccess = summary.ExitCode == SyncExitCode.Settled ? _clock.GetUtcNow() : state.LastSuccess };
        }
        catch (ApiException e)
        {
            await TryParkAsync(store, claim, SyncJob.SummaryOf(e) with { RunId = runId });
            throw;
        }
    }

    private async Task<SyncSummary> RunAsync(
        FileSyncStore store, SyncClaim claim, LedgerState state, AthleteCheck athletes, DateTimeOffset started, Action<SyncResult> report,
        CancellationToken stop, CancellationToken cancellationToken)
    {
        var files = await new FolderScanner(state, options.CompleteScan, _clock).ScanAsync(options.Paths, cancellationToken);
        var outcome = new RunOutcome(_places.Site, files, state, report) { Progress = Progress };
        var machine = new SyncMachine(state, CreateRules(state, started));
        var requests = new StravaRequests(client);
        using var runner = new SyncRunner(store, claim, machine, _clock)
        {
            Send = requests.SendAsync,
            Disposer = new FileDisposer(options.OnSettled, options.Paths, options.MoveTo),
            Verify = token => athletes.VerifyAsync(claim.Athlete, token),
            Limits = () => requests.Limits,
            Report = outcome.AddReport,
            Waiting = outcome.ReportWait,
            Answered = outcome.ReportAnswer,
        };
        Runner = runner;
        outcome.Requests = runner.Requests;
        var finish = await runner.RunAsync(files, stop, cancellationToken);
        return outcome.ToSummary(finish, runner.Requests);
    }

    private ValueTask ParkAsync(FileSyncStore store, SyncClaim claim, SyncSummary summary, CancellationToken cancellationToken)
    {
        var end = new SyncFact(SyncFactKind.End)
        {
            Time = _clock.GetUtcNow(),
            By = summary.RunId,
            Number = (int)summary.ExitCode,
            Modified = summary.NextRunAfter,
            Why = summary.Reason,
        };
        return store.ParkAsync(claim, end, cancellationToken);
    }

    /// <summary>The ledger also says which error ended a run, for reports. Without it, the run looks interrupted.</summary>
    private async Task TryParkAsync(FileSyncStore store, SyncClaim claim, SyncSummary summary)
    {
        try
        {
            await ParkAsync(store, claim, summary, CancellationToken.None);
        }
        catch (ApiException)
        {
            // The disk is full, or the ledger cannot be written for another reason, and the first error says so.
        }
    }

    private void ReportWait(DateTimeOffset until) => Progress?.Invoke(new SyncProgress(0, 0, 0, 0, 0, until));

    private RequestBudget CreateBudget() => new(_places.BudgetOf(options.Application), options.RequestReserve, _clock);

    private FileSyncStore CreateStore(LedgerFolder ledger, long athlete, RequestBudget budget) =>
        new(ledger, new LedgerHeader(LedgerHeader.CurrentVersion, _places.Host, athlete, 1), budget, _clock);

    private void Validate()
    {
        if (options is { OnSettled: FileDisposal.Move, MoveTo: null })
        {
            throw new ApiException(SyncErrors.MoveTargetMissing);
        }

        var ledger = _places.LedgerOf(0) + Path.DirectorySeparatorChar;
        if (options.Paths.FirstOrDefault(path => PathNames.IsInside(Path.GetFullPath(path), ledger)) is { } outer)
        {
            throw new ApiException(SyncErrors.LedgerInsideFolder, Path.GetDirectoryName(ledger), outer);
        }
    }

    private SyncRules CreateRules(LedgerState state, DateTimeOffset started) => new()
    {
        Deadline = started + options.MaxDuration,
        OnLostAnswer = options.OnLostAnswer,
        CanList = options.CanList,
        MatchesByTime = options.MatchesByTime,
        LooksUpFirst = options.MatchesByTime || !state.Items.Values.Any(item => item.State.IsSettled()),
        OnSettled = options.OnSettled,
    };

    private async Task<SyncClaim> ClaimAsync(FileSyncStore store, CancellationToken cancellationToken)
    {
        var until = _clock.GetUtcNow() + options.WaitForLock;
        while (true)
        {
            try
            {
                return (await store.ClaimAsync(cancellationToken))!;
            }
            catch (ApiException e) when (e.Error == SyncErrors.LedgerInUse && _clock.GetUtcNow() < until)
            {
                await Task.Delay(LockPause, _clock, cancellationToken);
            }
        }
    }
}
