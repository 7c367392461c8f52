using StravaTools.Client.Uploads;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Requests the status of single uploads, with growing pauses.</summary>
internal sealed class Polling(RunContext run, Settling settling) : IRequestOwner
{
    private readonly Dictionary<ContentKey, Plan> _plans = [];

    /// <summary>Connects the parts that need each other.</summary>
    public Confirming Confirming { private get; set; } = null!;

    /// <summary>True if no upload waits.</summary>
    public bool IsIdle => _plans.Count == 0;

    /// <summary>When the next status can be requested; null if nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            var due = _plans.Values.Where(plan => !plan.IsBusy).Select(plan => (DateTimeOffset?)plan.Due).Min();
            var opens = run.Health.OpensAt(RequestKind.Read);
            return due < opens ? opens : due;
        }
    }

    /// <summary>Adds an accepted upload.</summary>
    public void AddUpload(ContentKey key, DateTimeOffset? due = null) =>
        _plans.TryAdd(key, new Plan(due ?? run.Now + run.Rules.FirstPoll, run.Rules.FirstPoll, run.Now));

    public void SendDue()
    {
        if (_plans.Count == 0)
        {
            return;
        }

        var due = _plans.Where(plan => plan.Value.Due <= run.Now && !plan.Value.IsBusy).OrderBy(plan => plan.Value.Due).ToList();
        foreach (var (key, plan) in due)
        {
            var item = run.ItemOf(key);
            if (item.State != SyncState.Sent)
            {
                _plans.Remove(key);
            }
            else if (run.TryAsk(this, new SyncRequest.Poll(key, item.UploadId!.Value)) is not null)
            {
                plan.IsBusy = true;
            }
        }
    }

    public void Permit(Ticket ticket) => run.SendTicket(ticket);

    public void Postpone(Ticket ticket) => _plans[TicketKey(ticket)].IsBusy = false;

    public void Continue(Ticket ticket)
    {
    }

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
        var key = TicketKey(ticket);
        _plans[key].IsBusy = false;
        switch (answer)
        {
            case SyncAnswer.Status status:
                ReadStatus(key, status);
                break;
            case SyncAnswer.Failed { Failure: RequestFailure.NotFound }:
                // The upload does not exist on Strava. Its activity is searched for, as after a lost response.
                _plans.Remove(key);
                Confirming.AddLost(key, run.Now);
                break;
            case SyncAnswer.Failed { Failure: RequestFailure.Refused }:
                PollLater(key);
                break;
        }
    }

    private void ReadStatus(ContentKey key, SyncAnswer.Status status)
    {
        if (status.Outcome == UploadOutcome.Pending || run.ItemOf(key).State != SyncState.Sent)
        {
            PollLater(key);
            return;
        }

        _plans.Remove(key);
        switch (status.Outcome)
        {
            case UploadOutcome.Ready:
                var ready = new SyncFact(SyncFactKind.Ready, key) { ActivityIds = [status.ActivityId!.Value], By = "poll" };
                settling.Settle(ready);
                break;
            case UploadOutcome.Duplicate when status.ActivityId is null:
                // It is a duplicate of an upload that is being processed, perhaps an earlier one of the same file.
                Confirming.AddLost(key, run.Now + run.Rules.LookPause);
                break;
            case UploadOutcome.Duplicate:
                settling.SettleDuplicate(key, status.ActivityId!.Value, status.Why);
                break;
            case UploadOutcome.Deleted:
                settling.Settle(new SyncFact(SyncFactKind.Deleted, key) { Why = status.Why });
                break;
            default:
                settling.Settle(new SyncFact(SyncFactKind.Refused, key) { By = "UploadRejected", Why = status.Why });
                break;
        }
    }

    private void PollLater(ContentKey key)
    {
        var plan = _plans[key];
        var pause = plan.Pause * 2;
        plan.Pause = pause < run.Rules.MaxPollPause ? pause : run.Rules.MaxPollPause;
        plan.Due = run.Now + plan.Pause;
        if (plan.Due - plan.Since > run.Rules.PendingPatience)
        {
            // The next run polls again.
            _plans.Remove(key);
        }
    }

    private static ContentKey TicketKey(Ticket ticket) => ((SyncRequest.Poll)ticket.Request).Key;

    private sealed class Plan(DateTimeOffset due, TimeSpan pause, DateTimeOffset since)
    {
        public DateTimeOffset Due { get; set; } = due;

        public TimeSpan Pause { get; set; } = pause;

        public DateTimeOffset Since { get; } = since;

        public bool IsBusy { get; set; }
    }
}
