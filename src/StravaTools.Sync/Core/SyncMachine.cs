using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// A run as a state machine: each event changes the state and leads to effects, which are performed elsewhere. It uses no network, no disk,
/// and no clock, so the same events always lead to the same effects.
/// </summary>
internal sealed class SyncMachine
{
    private readonly RunContext _run;
    private readonly Photos _photos;
    private readonly Settling _settling;
    private readonly Polling _polling;
    private readonly Confirming _confirming;
    private readonly Posting _posting;
    private readonly Disposing _disposing;
    private DateTimeOffset _stopAt = DateTimeOffset.MaxValue;
    private bool _isFinished;

    /// <param name="ledger">The state of the ledger. The machine applies its facts to it.</param>
    /// <param name="rules">The times and numbers to follow.</param>
    public SyncMachine(LedgerState ledger, SyncRules rules)
    {
        _run = new RunContext(ledger, rules);
        _photos = new Photos(_run);
        _settling = new Settling(_run, _photos);
        _polling = new Polling(_run, _settling);
        _confirming = new Confirming(_run, _settling, _polling, new Matcher(_run));
        _posting = new Posting(_run, _confirming, _settling);
        _disposing = new Disposing(_run);
        _polling.Confirming = _confirming;
        _confirming.Posting = _posting;
    }

    /// <summary>When the next event is due, if nothing happens before; null if the machine does not wait for a time.</summary>
    public DateTimeOffset? NextWake { get; private set; }

    /// <summary>The number of files that wait to be sent.</summary>
    public int Waiting => _posting.Waiting;

    /// <summary>Handles an event.</summary>
    /// <returns>What to do next, in this order.</returns>
    public IReadOnlyList<SyncEffect> Handle(SyncEvent happened)
    {
        _run.Now = happened.At > _run.Now ? happened.At : _run.Now;
        ApplyEvent(happened);
        SendDue();
        return _run.TakeEffects();
    }

    private void ApplyEvent(SyncEvent happened)
    {
        switch (happened)
        {
            case SyncEvent.Started started:
                StartRun(started.Files);
                break;
            case SyncEvent.Permitted { Ticket: var id } when _run.FindTicket(id) is { } ticket:
                PermitTicket(ticket);
                break;
            case SyncEvent.Stored { Ticket: var id } when _run.FindTicket(id) is { } ticket:
                ticket.Owner.Continue(ticket);
                break;
            case SyncEvent.Closed { Ticket: var id } closed when _run.FindTicket(id) is { } ticket:
                _run.Health.CloseUntil(RunContext.KindOf(ticket.Request), closed.Until);
                _run.CloseTicket(ticket);
                ticket.Owner.Postpone(ticket);
                break;
            case SyncEvent.Answered { Ticket: var id } answered when _run.FindTicket(id) is { } ticket:
                NoteAnswer(ticket.Request, answered.Answer);
                _run.CloseTicket(ticket);
                ticket.Owner.Complete(ticket, answered.Answer);
                break;
            case SyncEvent.Disposed { Ticket: var id } disposed when _run.FindTicket(id) is { } ticket:
                _run.CloseTicket(ticket);
                _disposing.Complete(ticket, disposed.NewPath, disposed.Problem);
                break;
            case SyncEvent.StopRequested:
                BeginStop();
                break;
        }
    }

    /// <summary>Strava may have refused another request since the budget was asked.</summary>
    private void PermitTicket(Ticket ticket)
    {
        if (_run.Health.OpensAt(RunContext.KindOf(ticket.Request)) <= _run.Now)
        {
            ticket.Owner.Permit(ticket);
            return;
        }

        _run.CloseTicket(ticket);
        ticket.Owner.Postpone(ticket);
    }

    private void StartRun(IReadOnlyList<ScannedFile> files)
    {
        var present = Triage.AddFiles(_run, files);
        foreach (var item in _run.Ledger.Items.Values.OrderBy(item => item.Key, _run.ByStart).ToList())
        {
            switch (item.State)
            {
                case SyncState.Sending:
                    // To save lists, a file that may not have arrived is searched when that can be known.
                    _confirming.AddLost(item.Key, _run.Rules.SavesLists ? null : _run.Now);
                    break;
                case SyncState.Sent:
                    _confirming.AddSent(item.Key);
                    break;
                case SyncState.Planned when present.Contains(item.Key):
                    _posting.Enqueue(item.Key);
                    break;
            }
        }

        foreach (var key in present)
        {
            _photos.WantPhoto(key, count: null);
            _disposing.WantFile(key);
        }

        LookUpFirst(present);
    }

    private void LookUpFirst(IReadOnlyCollection<ContentKey> present)
    {
        var planned = present.Select(_run.ItemOf).Where(item => item is { State: SyncState.Planned, Start: not null }).ToList();
        if (_run.Rules is { LooksUpFirst: true, CanList: true } && planned.Count > 1)
        {
            _confirming.LookUpFirst(planned);
        }
    }

    private void NoteAnswer(SyncRequest request, SyncAnswer answer)
    {
        if (answer is not SyncAnswer.Failed failed)
        {
            _run.Health.NoteSuccess();
            return;
        }

        switch (failed.Failure)
        {
            case RequestFailure.Limited:
                CloseWindow(request, failed.Until!.Value);
                break;
            case RequestFailure.LoginNeeded when request is SyncRequest.ListPage && failed.Code == "MissingScope":
                _run.CannotList = true;
                break;
            case RequestFailure.LoginNeeded:
                _run.LoginProblem ??= failed.Why ?? "";
                break;
            case RequestFailure.NotSent or RequestFailure.Lost:
                _run.Health.NoteFailure(_run.Now, failed.Why);
                break;
            case RequestFailure.NotFound or RequestFailure.Refused when request is SyncRequest.ListPage or SyncRequest.Post:
                NoteUnexpected(request, failed);
                break;
        }
    }

    /// <summary>Strava refuses uploads only if the limit of all requests is used up. Reads have a limit of their own, too.</summary>
    private void CloseWindow(SyncRequest request, DateTimeOffset until)
    {
        _run.Health.CloseUntil(RequestKind.Read, until);
        if (request is SyncRequest.Post)
        {
            _run.Health.CloseUntil(RequestKind.Write, until);
        }
    }

    /// <summary>A rejected file is a result. Any other such response is a failure of the server.</summary>
    private void NoteUnexpected(SyncRequest request, SyncAnswer.Failed failed)
    {
        if (request is SyncRequest.ListPage || failed.Failure == RequestFailure.NotFound)
        {
            _run.Health.NoteFailure(_run.Now, failed.Why);
        }
        else
        {
            _run.Health.NoteSuccess();
        }
    }

    private void BeginStop()
    {
        if (!_run.IsStopping)
        {
            (_run.IsStopping, _stopAt) = (true, _run.Now);
        }
    }

    private void SendDue()
    {
        if (_run.Now >= _run.Rules.Deadline)
        {
            BeginStop();
        }

        if (!_isFinished && !_run.Health.IsHopeless && !IsStopOver)
        {
            _confirming.SendDue();
            _polling.SendDue();
            _settling.SendDue();
            _photos.SendDue();
            _posting.SendDue();
            _disposing.SendDue(_photos);
        }

        NextWake = FindNextWake();
        if (!_isFinished && _run.TicketCount == 0)
        {
            FinishIfDone();
        }
    }

    private bool IsStopOver => _run.IsStopping && _run.Now >= _stopAt + _run.Rules.StopGrace;

    private DateTimeOffset? FindNextWake()
    {
        DateTimeOffset?[] due =
        [
            _posting.NextDue, _confirming.NextDue, _polling.NextDue, _settling.NextDue, _photos.NextDue,
        ];
        var next = due.Min();
        var end = _run.IsStopping ? _stopAt + _run.Rules.StopGrace : _run.Rules.Deadline;
        return end < next ? end : next;
    }

    private void FinishIfDone()
    {
        if (_run.LoginProblem is { } problem)
        {
            Finish(SyncEnd.LoginNeeded, null, problem);
        }
        else if (IsStopOver || (_run.IsStopping && IsConfirmed))
        {
            Finish(SyncEnd.Stopped, null, null);
        }
        else if (_run.Health.IsHopeless)
        {
            Finish(SyncEnd.Waiting, _run.Now + _run.Rules.MaxPause, _run.Health.LastFailure);
        }
        else if (NextWake is null)
        {
            Finish(SyncEnd.Done, null, null);
        }
        else if (!_run.IsStopping && NextWake >= _run.Rules.Deadline)
        {
            // Nothing can be done before the time is over.
            Finish(SyncEnd.Waiting, NextWakeAfterDeadline, null);
        }
    }

    private bool IsConfirmed => _confirming.IsConfirmed && _polling.IsIdle && _settling.IsIdle;

    private DateTimeOffset? NextWakeAfterDeadline =>
        new[] { _posting.NextDue, _confirming.NextDue, _polling.NextDue, _photos.NextDue }.Min();

    private void Finish(SyncEnd end, DateTimeOffset? next, string? why)
    {
        _isFinished = true;
        NextWake = null;
        _run.AddEffect(new SyncEffect.Finish(end, next, why));
    }
}
