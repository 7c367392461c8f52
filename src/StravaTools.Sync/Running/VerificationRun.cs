using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Running;

/// <summary>A verification from the files to the summary.</summary>
/// <param name="server">The server.</param>
/// <param name="ledger">The state of the ledger.</param>
/// <param name="files">The files to verify.</param>
/// <param name="reads">Sends the requests.</param>
/// <param name="now">The time.</param>
internal sealed class VerificationRun(
    Uri server, LedgerState ledger, IReadOnlyList<ScannedFile> files, LimitedReads reads, DateTimeOffset now)
{
    private static readonly SyncEffect.Finish Early =
        new(SyncEnd.Stopped, null, "The verification ended early, so some files were not verified.");

    private readonly RunContext _run = new(ledger, new SyncRules()) { Now = now };
    private readonly List<SyncFact> _facts = [];
    private readonly Dictionary<string, FileReport> _reports = new(StringComparer.Ordinal);

    /// <summary>The facts for the ledger.</summary>
    public IReadOnlyList<SyncFact> Facts => _facts;

    /// <summary>Receives each file.</summary>
    public required Action<SyncResult> Report { private get; init; }

    /// <summary>Receives how far the verification is.</summary>
    public required Action<SyncProgress>? Progress { private get; init; }

    /// <summary>Verifies the files.</summary>
    /// <param name="present">The files that a scan found.</param>
    /// <param name="stop">Ends the verification. What was found until then counts.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    public async Task<SyncSummary> RunAsync(
        IReadOnlyList<ScannedFile> present, CancellationToken stop, CancellationToken cancellationToken)
    {
        Triage.AddFiles(_run, present);
        CollectEffects();
        var before = ledger.Items.ToDictionary(item => item.Key, item => item.Value.State);
        var verification = new Verification(_run, reads) { Answered = ReportProgress };
        var finish = new SyncEffect.Finish(SyncEnd.Done, null, null);
        try
        {
            await verification.VerifyAsync(files.Select(file => file.Key), stop);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            finish = Early;
        }

        CollectEffects();
        return Summarize(verification, before, finish);
    }

    private void CollectEffects()
    {
        foreach (var effect in _run.TakeEffects())
        {
            switch (effect)
            {
                case SyncEffect.Submit submit:
                    _facts.AddRange(submit.Files);
                    break;
                case SyncEffect.Store store:
                    _facts.AddRange(store.Facts);
                    break;
                case SyncEffect.Report report:
                    _reports[report.File.Path] = report.File with { IsNew = false };
                    break;
            }
        }
    }

    private SyncSummary Summarize(
        Verification verification, Dictionary<ContentKey, SyncState> before, SyncEffect.Finish finish)
    {
        var outcome = new RunOutcome(server, files, ledger, Report);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            outcome.AddReport(Describe(file, verification, before));
        }

        var summary = outcome.ToSummary(finish, reads.Counts) with
        {
            Verified = files.Count(file => verification.IsThere(file.Key)),
        };
        if (verification.Deleted.Count == 0 || !SyncExitCodes.IsSuccess(summary.ExitCode))
        {
            return summary;
        }

        // The user should learn about it once. From now on, it is in the ledger.
        return summary with
        {
            ExitCode = SyncExitCode.NeedsYou,
            Reason = string.Create(null, $"Deleted on Strava since the last run: {verification.Deleted.Count}."),
        };
    }

    private FileReport Describe(ScannedFile file, Verification verification, Dictionary<ContentKey, SyncState> before)
    {
        var known = _reports.GetValueOrDefault(file.Path);
        if (verification.Missing.Contains(file.Key))
        {
            const string Why = "Strava does not find the activity. It was deleted, or the login may not read it.";
            return new FileReport(file.Path, SyncState.Missing, ledger.Items[file.Key], "ActivityMissing", Why, IsNew: false);
        }

        if (known is { State: SyncState.SameAs } || !ledger.Items.TryGetValue(file.Key, out var item))
        {
            return known!;
        }

        var isNew = item.State != before[file.Key];
        return known is null || isNew ? new FileReport(file.Path, item.State, item, item.By, item.Why, isNew) : known;
    }

    private void ReportProgress(int found) =>
        Progress?.Invoke(new SyncProgress(files.Count, found, 0, 0, reads.Counts.Total));
}
