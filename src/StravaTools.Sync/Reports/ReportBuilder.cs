using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>Makes a report of a ledger.</summary>
internal sealed class ReportBuilder(LedgerState ledger, Uri server, SyncRemedies remedies, DateTimeOffset now)
{
    /// <summary>Makes a report.</summary>
    /// <param name="athlete">The athlete.</param>
    /// <param name="path">The file of the ledger.</param>
    /// <param name="runs">The number of runs.</param>
    public SyncReport Create(long athlete, string path, int runs)
    {
        var last = ledger.Runs.Reverse().Take(runs).ToList();
        var items = ledger.Items.Values.Where(IsCurrent).OrderBy(item => item.Path, StringComparer.Ordinal).ToList();
        var since = last.Count > 0 ? last[^1].Started : now;
        var remaining = items.Where(item => item.State.Continues()).Select(ToResult).ToList();
        return new SyncReport
        {
            Server = server,
            Athlete = athlete,
            LedgerPath = path,
            Created = now,
            Runs = last.ConvertAll(DescribeRun),
            Files = items.Count,
            Settled = items.Count(item => item.State.IsSettled()),
            Problems = [.. items.Where(item => item.State.NeedsUser()).Select(ToProblem)],
            Remaining = remaining,
            NextRunAfter = remaining.Count > 0 ? ledger.LastEnd?.Modified : null,
            New = [.. items.Where(item => item.State.IsOnStrava() && item.ChangedAt >= since).OrderBy(item => item.Start).Select(ToResult)],
            LastSuccess = ledger.LastSuccess,
        };
    }

    /// <summary>False if the user fixed or removed a file that needed him, or removed one that was not sent.</summary>
    private bool IsCurrent(SyncItem item) =>
        item.State.IsSettled() || item.State is SyncState.Sending or SyncState.Sent
        || (ledger.Paths.GetValueOrDefault(item.Path)?.Key == item.Key && File.Exists(item.Path));

    private SyncRun DescribeRun(RunRecord run)
    {
        var code = (SyncExitCode?)run.End?.Number;
        var ended = run.End?.Time ?? now;
        return new SyncRun
        {
            Id = run.Id,
            Started = run.Started,
            Duration = run.End?.Time - run.Started,
            ExitCode = code,
            Reason = run.End?.Why,
            Remedy = code is { } known ? remedies.ForRun(known) : null,
            Settled = ledger.Items.Values.Count(
                item => item.State.IsSettled() && item.ChangedAt >= run.Started && item.ChangedAt <= ended),
        };
    }

    private SyncProblem ToProblem(SyncItem item)
    {
        var file = ToResult(item);
        return new SyncProblem(file.Path, file.State, file.ErrorId, file.Note, remedies.ForFile(file.State));
    }

    private SyncResult ToResult(SyncItem item) => ResultReader.ToResult(item, server);
}
