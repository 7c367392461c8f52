using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Running;

/// <summary>Collects the states of the files of a run.</summary>
internal sealed class RunOutcome(Uri site, IReadOnlyList<ScannedFile> files, LedgerState ledger, Action<SyncResult> report)
{
    private readonly Dictionary<string, SyncResult> _results = new(StringComparer.Ordinal);
    private int _changed;
    private int _done;
    private int _needsYou;

    /// <summary>Receives how far the run is.</summary>
    public Action<SyncProgress>? Progress { private get; init; }

    /// <summary>The requests of the run.</summary>
    public RequestCounts? Requests { private get; set; }

    /// <summary>Adds the state of a file.</summary>
    public void AddReport(FileReport file)
    {
        var result = ResultReader.ToResult(file, site);
        CountFile(_results.GetValueOrDefault(file.Path), -1);
        CountFile(result, 1);
        _results[file.Path] = result;
        _changed += file is { IsNew: true } && file.State.IsSettled() ? 1 : 0;
        report(result);
        ReportProgress(until: null);
    }

    /// <summary>Reports that a request was answered.</summary>
    public void ReportAnswer() => ReportProgress(until: null);

    /// <summary>Reports that the run waits.</summary>
    public void ReportWait(DateTimeOffset until) => ReportProgress(until);

    /// <summary>The summary of the run.</summary>
    public SyncSummary ToSummary(SyncEffect.Finish finish, RequestCounts requests)
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
            Requests = new SyncRequestCounts(requests.Uploads, requests.Lists, requests.Polls, requests.Refused),
            Problems = FindProblems(),
            Reason = finish.Why,
            ExitCode = CodeOf(finish.End, needsYou, remaining),
        };
    }

    /// <summary>Settled files were sent, too, except those that were found on Strava.</summary>
    private int CountSent() => Math.Max(0, (Requests?.Uploads ?? 0) - _changed);

    private void ReportProgress(DateTimeOffset? until) =>
        Progress?.Invoke(new SyncProgress(files.Count, _done, CountSent(), _needsYou, Requests?.Total ?? 0, until));

    private void CountFile(SyncResult? result, int step)
    {
        if (result is { } known && !known.State.Continues())
        {
            _done += step;
        }

        if (result is { } problem && problem.State.NeedsUser())
        {
            _needsYou += step;
        }
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
