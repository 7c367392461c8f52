using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Running;

/// <summary>Collects the states of the files of a run.</summary>
internal sealed class RunOutcome(Uri server, IReadOnlyList<ScannedFile> files, LedgerState ledger, Action<SyncResult> report)
{
    private readonly Dictionary<string, SyncResult> _results = new(StringComparer.Ordinal);
    private int _changed;

    /// <summary>Adds the state of a file.</summary>
    public void AddReport(FileReport file)
    {
        var result = ResultReader.ToResult(file, server);
        _results[file.Path] = result;
        _changed += file is { IsNew: true } && file.State.IsSettled() ? 1 : 0;
        report(result);
    }

    /// <summary>The summary of the run.</summary>
    public SyncSummary ToSummary(SyncEffect.Finish finish, RequestCounts requests, int otherRequests)
    {
        var states = files.Select(file => _results.GetValueOrDefault(file.Path)?.State ?? ledger.Items[file.Key].State).ToList();
        var needsYou = states.Count(state => state.NeedsUser());
        var present = files.Select(file => file.Key).ToHashSet();
        var unconfirmed = ledger.Items.Values.Count(
            item => item.State is SyncState.Sending or SyncState.Sent && !present.Contains(item.Key));
        var remaining = states.Count(state => state.Continues()) + unconfirmed;
        return new SyncSummary
        {
            Found = states.Count,
            Settled = states.Count(state => state.IsSettled()),
            Ready = states.Count(state => state == SyncState.Ready),
            Duplicate = states.Count(state => state == SyncState.Duplicate),
            NeedsYou = needsYou,
            Waiting = states.Count(state => state == SyncState.Waiting),
            Remaining = remaining,
            Changed = _changed,
            NextRunAfter = finish.Next,
            Requests = new SyncRequestCounts(requests.Uploads, requests.Lists, requests.Polls + otherRequests, requests.Refused),
            Problems = FindProblems(),
            Reason = finish.Why,
            ExitCode = CodeOf(finish.End, needsYou, remaining),
        };
    }

    private List<SyncResult> FindProblems() =>
        [.. _results.Values.Where(result => result.State.NeedsUser()).OrderBy(result => result.Path, StringComparer.Ordinal)];

    private static SyncExitCode CodeOf(SyncEnd end, int needsYou, int remaining)
    {
        if (end == SyncEnd.LoginNeeded)
        {
            return SyncExitCode.LoginNeeded;
        }

        if (needsYou > 0)
        {
            return SyncExitCode.NeedsYou;
        }

        if (end == SyncEnd.Stopped)
        {
            return SyncExitCode.Stopped;
        }

        return remaining > 0 || end == SyncEnd.Waiting ? SyncExitCode.Continues : SyncExitCode.Settled;
    }
}
