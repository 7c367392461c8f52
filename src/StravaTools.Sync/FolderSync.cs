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
        var athletes = new AthleteCheck(client, _places, options.Login);
        var athlete = await athletes.FindAsync(cancellationToken);
        try
        {
            return await RunAsync(athletes, athlete, started, report, stop, cancellationToken);
        }
        catch (OtherAthleteException other)
        {
            // The login belongs to another athlete now, who has another ledger. Nothing was sent.
            return await RunAsync(athletes, other.Athlete, started, report, stop, cancellationToken);
        }
    }

    private async Task<SyncSummary> RunAsync(
        AthleteCheck athletes, long athlete, DateTimeOffset started, Action<SyncResult> report, CancellationToken stop,
        CancellationToken cancellationToken)
    {
        var ledger = new LedgerFolder(_places.LedgerOf(athlete), _clock);
        var budget = new RequestBudget(_places.BudgetOf(options.Application), options.RequestReserve, _clock);
        var header = new LedgerHeader(LedgerHeader.CurrentVersion, _places.Host, athlete, 1);
        await using var store = new FileSyncStore(ledger, header, budget, _clock);
        var claim = await ClaimAsync(store, cancellationToken);
        var state = await store.ReadAsync(claim, cancellationToken);
        var runId = Guid.NewGuid().ToString("N")[..8];
        var files = await new FolderScanner(state, ScanOptions(), _clock).ScanAsync(options.Paths, cancellationToken);
        var begin = new SyncFact(SyncFactKind.Run) { Time = started, By = runId };
        await store.AppendAsync(claim, [begin], isDurable: false, cancellationToken);
        var outcome = new RunOutcome(client.BaseUri, files, state, report) { Progress = Progress };
        var machine = new SyncMachine(state, CreateRules(state, started));
        var requests = new StravaRequests(client);
        using var runner = new SyncRunner(store, claim, machine, _clock)
        {
            Send = requests.SendAsync,
            Disposer = new FileDisposer(options.OnSettled, options.Paths, options.MoveTo),
            Verify = token => athletes.VerifyAsync(athlete, token),
            Limits = () => requests.Limits,
            Report = outcome.AddReport,
            Waiting = outcome.ReportWait,
            Answered = outcome.ReportAnswer,
        };
        Runner = runner;
        outcome.Requests = runner.Requests;
        var finish = await runner.RunAsync(files, stop, cancellationToken);
        var summary = outcome.ToSummary(finish, runner.Requests, athletes.RequestCount) with
        {
            RunId = runId,
            Started = started,
            Duration = _clock.GetUtcNow() - started,
            Athlete = athlete,
            LedgerPath = ledger.CurrentFile,
        };
        var end = new SyncFact(SyncFactKind.End)
        {
            Time = _clock.GetUtcNow(),
            By = runId,
            Number = (int)summary.ExitCode,
            Modified = summary.NextRunAfter,
            Why = summary.Reason,
        };
        await store.ParkAsync(claim, end, cancellationToken);
        return summary with { LastSuccess = summary.ExitCode == SyncExitCode.Settled ? end.Time : state.LastSuccess };
    }

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

    private ScanOptions ScanOptions()
    {
        if (options.MoveTo is null)
        {
            return options.Scan;
        }

        return options.Scan with { SkippedFolders = [.. options.Scan.SkippedFolders, Path.GetFullPath(options.MoveTo)] };
    }

    private SyncRules CreateRules(LedgerState state, DateTimeOffset started) => new()
    {
        Deadline = started + options.MaxDuration,
        AsksWhenLost = options.AsksWhenLost,
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
