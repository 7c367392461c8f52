using StravaTools.Client.Uploads;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>
/// Adds the picture of a file to its activity once. The number of photos before is on the disk before the picture is sent, so after a lost
/// response the number shows whether it arrived.
/// </summary>
internal sealed class Photos(RunContext run) : IRequestOwner
{
    private readonly Dictionary<ContentKey, Plan> _plans = [];
    private bool _isUnsupported;

    private enum Step
    {
        /// <summary>The number of photos is requested.</summary>
        Count,

        /// <summary>The address is requested.</summary>
        Address,

        /// <summary>The picture is sent.</summary>
        Put,
    }

    /// <summary>True if no picture waits.</summary>
    public bool IsIdle => _plans.Count == 0;

    /// <summary>When the next request can be sent; null if nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            if (run.IsStopping)
            {
                return null;
            }

            var due = _plans.Values.Where(plan => !plan.IsBusy).Select(plan => (DateTimeOffset?)plan.Due).Min();
            var opens = run.Health.OpensAt(RequestKind.Read);
            return due < opens ? opens : due;
        }
    }

    /// <summary>True if the picture of the file is not settled.</summary>
    public bool IsWaiting(ContentKey key) => _plans.ContainsKey(key);

    /// <summary>Adds the picture of a file, if it has one that was not sent.</summary>
    /// <param name="key">The file. Its activity exists.</param>
    /// <param name="count">The number of photos of the activity, if it is known.</param>
    public void WantPhoto(ContentKey key, int? count)
    {
        var item = run.ItemOf(key);
        var isWanted = run.FileOf(key)?.PhotoPath is not null && item.Photo is PhotoState.None or PhotoState.Sending
            && item is { UploadId: not null, State: SyncState.Ready };
        if (!isWanted || _plans.ContainsKey(key))
        {
            return;
        }

        var isCounted = item.Photo == PhotoState.None && count is not null;
        _plans.Add(key, new Plan { Due = run.Now, Count = count ?? 0, Step = isCounted ? Step.Address : Step.Count });
    }

    public void SendDue()
    {
        if (_plans.Count == 0 || run.IsStopping)
        {
            return;
        }

        foreach (var (key, plan) in _plans.Where(plan => plan.Value.Due <= run.Now && !plan.Value.IsBusy).ToList())
        {
            if (_isUnsupported && run.ItemOf(key).Photo == PhotoState.None)
            {
                EndPhoto(key, PhotoState.NotSupported, "Strava offers no photo address to this application.");
                continue;
            }

            plan.IsBusy = run.TryAsk(this, RequestFor(key, plan)) is not null;
        }
    }

    public void Permit(Ticket ticket)
    {
        if (ticket.Request is SyncRequest.PutPhoto put)
        {
            var count = _plans[put.Key].Count;
            run.Append(new SyncFact(SyncFactKind.PhotoSending, put.Key) { Number = count }, isDurable: true, ticket);
        }
        else
        {
            run.SendTicket(ticket);
        }
    }

    public void Postpone(Ticket ticket) => _plans[TicketKey(ticket)].IsBusy = false;

    public void Continue(Ticket ticket) => run.SendTicket(ticket);

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
        var key = TicketKey(ticket);
        var plan = _plans[key];
        plan.IsBusy = false;
        switch (answer)
        {
            case SyncAnswer.Activity activity:
                ReadCount(key, plan, activity.Seen.PhotoCount);
                break;
            case SyncAnswer.Status status:
                ReadAddress(key, plan, status);
                break;
            case SyncAnswer.Done:
                EndPhoto(key, PhotoState.Added, null);
                break;
            case SyncAnswer.Failed { Failure: RequestFailure.NotFound } when ticket.Request is not SyncRequest.PutPhoto:
                EndPhoto(key, PhotoState.Gone, "The activity no longer exists.");
                break;
            case SyncAnswer.Failed { Failure: RequestFailure.Refused or RequestFailure.NotFound or RequestFailure.FileChanged } failed:
                Refuse(key, plan, failed.Why);
                break;
            case SyncAnswer.Failed { Failure: RequestFailure.Lost } when ticket.Request is SyncRequest.PutPhoto:
                (plan.Step, plan.Due) = (Step.Count, run.Now + run.Rules.LookPause);
                break;
        }
    }

    private SyncRequest RequestFor(ContentKey key, Plan plan) => plan.Step switch
    {
        Step.Count => new SyncRequest.Look(key, run.ItemOf(key).ActivityIds[0]),
        Step.Address => new SyncRequest.Poll(key, run.ItemOf(key).UploadId!.Value),
        _ => new SyncRequest.PutPhoto(key, run.FileOf(key)!.PhotoPath!),
    };

    private void ReadCount(ContentKey key, Plan plan, int count)
    {
        var item = run.ItemOf(key);
        if (item.Photo != PhotoState.Sending)
        {
            (plan.Count, plan.Step) = (count, Step.Address);
        }
        else if (count > item.PhotosBefore)
        {
            EndPhoto(key, PhotoState.Added, null);
        }
        else if (plan.Looks++ == 0)
        {
            plan.Due = run.Now + run.Rules.LookPause;
        }
        else
        {
            (plan.Count, plan.Step, plan.Looks) = (count, Step.Address, 0);
        }
    }

    private void ReadAddress(ContentKey key, Plan plan, SyncAnswer.Status status)
    {
        if (status.HasPhotoAddress)
        {
            plan.Step = Step.Put;
            return;
        }

        if (status.Outcome == UploadOutcome.Deleted)
        {
            EndPhoto(key, PhotoState.Gone, "The activity no longer exists.");
            return;
        }

        _isUnsupported = true;
        EndPhoto(key, PhotoState.NotSupported, "Strava offers no photo address to this application.");
    }

    /// <summary>Addresses expire, so a rejected picture is sent once more to a new one.</summary>
    private void Refuse(ContentKey key, Plan plan, string? why)
    {
        if (plan.Refusals++ == 0)
        {
            plan.Step = Step.Address;
            return;
        }

        EndPhoto(key, PhotoState.Refused, why);
    }

    private void EndPhoto(ContentKey key, PhotoState state, string? why)
    {
        _plans.Remove(key);
        run.Append(new SyncFact(SyncFactKind.Photo, key) { Photo = state, Why = why });
    }

    private static ContentKey TicketKey(Ticket ticket) => ticket.Request switch
    {
        SyncRequest.Look look => look.Key,
        SyncRequest.Poll poll => poll.Key,
        _ => ((SyncRequest.PutPhoto)ticket.Request).Key,
    };

    private sealed class Plan
    {
        public DateTimeOffset Due { get; set; }

        public Step Step { get; set; }

        public int Count { get; set; }

        public int Looks { get; set; }

        public int Refusals { get; set; }

        public bool IsBusy { get; set; }
    }
}
