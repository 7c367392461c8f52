using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;
using StravaTools.Sync.Watching;

namespace StravaTools.Sync;

/// <summary>
/// Keeps folders uploaded until it is asked to stop: it runs at the start, when files arrive, and at least every 15 minutes, because the
/// system does not report every change.
/// </summary>
/// <param name="createJob">Creates the job of a run.</param>
/// <param name="options">What to synchronize. The time limit applies to all runs together.</param>
/// <param name="clock">The clock; null for the system's.</param>
public sealed class SyncWatch(Func<SyncOptions, SyncJob> createJob, SyncOptions options, TimeProvider? clock = null)
{
    private static readonly TimeSpan Rescan = TimeSpan.FromMinutes(15);

    /// <summary>Files that are being written, or whose delay is not over, are looked at again after this time.</summary>
    private static readonly TimeSpan WaitingRescan = TimeSpan.FromMinutes(1);

    /// <summary>Files often arrive together. The scan itself finds out which are complete.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestQuiet = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Dictionary<string, (SyncState State, string? ErrorId)> _reported = new(StringComparer.Ordinal);

    /// <summary>Called before the watch waits for changes, with the time of the next scan.</summary>
    public Action<DateTimeOffset>? Waiting { get; init; }

    /// <summary>Watches folders: calls the action when they change, until it is disposed.</summary>
    internal Func<Action, IDisposable>? Watcher { private get; init; }

    /// <summary>Runs until it is asked to stop.</summary>
    /// <param name="report">Receives each file whose state is known, and again when it changes. Called in order, on any thread.</param>
    /// <param name="stop">Ends the watch within seconds, with everything written down.</param>
    /// <param name="cancellationToken">Ends the watch at once.</param>
    /// <returns>The state of the files after the last run, with the requests and changes of all runs.</returns>
    /// <exception cref="ApiException">
    /// A run cannot work until the user does something: log in, change a parameter, or repair the ledger. In the first run, that includes a
    /// missing folder.
    /// </exception>
    public async Task<SyncSummary> RunAsync(
        Action<SyncResult> report, CancellationToken stop = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var started = _clock.GetUtcNow();
        var end = started + options.MaxDuration;
        SyncSummary? total = null;
        while (true)
        {
            // A new watcher for each run: an old one may have stopped without a word.
            var signal = new WakeSignal(_clock);
            using var watcher = StartWatcher(signal);
            total = AddRun(total, await RunOnceAsync(total is null, end, report, stop, cancellationToken));
            if (IsOver(total, end) || !await WaitAsync(signal, total, end, stop, cancellationToken))
            {
                return Complete(total) with { Started = started, Duration = _clock.GetUtcNow() - started };
            }
        }
    }

    private IDisposable StartWatcher(WakeSignal signal) =>
        Watcher?.Invoke(signal.WakeWaiter) ?? new FolderWatcher(options.Paths, options.CompleteScan, signal.WakeWaiter);

    private async Task<SyncSummary> RunOnceAsync(
        bool isFirst, DateTimeOffset? end, Action<SyncResult> report, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            return await createJob(options with { MaxDuration = end - _clock.GetUtcNow() })
                .RunAsync(file => ReportChange(file, report), stop, cancellationToken);
        }
        catch (ApiException e) when (Passes(SyncExitCodes.ForError(e), isFirst))
        {
            return SyncJob.SummaryOf(e);
        }
    }

    /// <summary>True for problems that pass without the user: a network, a limit, another run, or a drive that is not there.</summary>
    private static bool Passes(SyncExitCode code, bool isFirst) =>
        code is SyncExitCode.Continues or SyncExitCode.InUse || (code == SyncExitCode.FolderMissing && !isFirst);

    private void ReportChange(SyncResult file, Action<SyncResult> report)
    {
        var state = (file.State, file.ErrorId);
        if (file.IsNew || !_reported.TryGetValue(file.Path, out var before) || before != state)
        {
            _reported[file.Path] = state;
            report(file);
        }
    }

    private static SyncSummary AddRun(SyncSummary? total, SyncSummary run)
    {
        if (total is null)
        {
            return run;
        }

        // A run that ended with an error did not count the files.
        var last = run.ErrorId is null ? run : total with { ExitCode = run.ExitCode };
        return last with
        {
            Changed = total.Changed + run.Changed,
            Requests = total.Requests.AddCounts(run.Requests),
            ErrorId = run.ErrorId,
            Reason = run.Reason,
            NextRunAfter = run.NextRunAfter,
        };
    }

    private bool IsOver(SyncSummary total, DateTimeOffset? end) =>
        total.ExitCode is SyncExitCode.LoginNeeded || _clock.GetUtcNow() >= end;

    /// <summary>Waits until the next run.</summary>
    /// <returns>False if the watch is over.</returns>
    private async Task<bool> WaitAsync(
        WakeSignal signal, SyncSummary total, DateTimeOffset? end, CancellationToken stop, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var next = now + (total.Waiting > 0 ? WaitingRescan : Rescan);
        next = total.NextRunAfter > now && total.NextRunAfter < next ? total.NextRunAfter.Value : next;
        next = end < next ? end.Value : next;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        try
        {
            Waiting?.Invoke(next);
            if (await signal.WaitUntilAsync(next, either.Token))
            {
                await SettleAsync(signal, either.Token);
            }

            return !(_clock.GetUtcNow() >= end);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Waits until nothing changes any more. A file that is written all the time must not hold up the others.</summary>
    private async Task SettleAsync(WakeSignal signal, CancellationToken cancellationToken)
    {
        var latest = _clock.GetUtcNow() + LongestQuiet;
        while (_clock.GetUtcNow() < latest && await signal.WaitUntilAsync(_clock.GetUtcNow() + Quiet, cancellationToken))
        {
            // Another change: wait again.
        }
    }

    /// <summary>To be asked to stop is the normal end of a watch. It is a success if nothing remains.</summary>
    private static SyncSummary Complete(SyncSummary total)
    {
        if (total.ExitCode is not (SyncExitCode.Settled or SyncExitCode.Stopped or SyncExitCode.Continues) || total.ErrorId is not null)
        {
            return total;
        }

        return total with { ExitCode = total.Remaining > 0 ? SyncExitCode.Stopped : SyncExitCode.Settled };
    }
}
