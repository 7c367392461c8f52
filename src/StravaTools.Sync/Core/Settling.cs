using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Writes the final facts of files, and begins what follows: the picture, and moving or deleting the file.</summary>
internal sealed class Settling(RunContext run, Photos photos) : IRequestOwner
{
    private readonly Queue<(ContentKey Key, long Other, string? Why)> _ownership = [];

    /// <summary>True if nothing waits.</summary>
    public bool IsIdle => _ownership.Count == 0;

    /// <summary>When the next request can be sent; null if nothing waits.</summary>
    public DateTimeOffset? NextDue => IsIdle ? null : run.Health.OpensAt(Budget.RequestKind.Read);

    /// <summary>Writes a fact that settles a file, and reports the file.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="photoCount">The number of photos of the activity, if it is known.</param>
    public void Settle(SyncFact fact, int? photoCount = null)
    {
        run.Append(fact);
        run.Report(fact.Key);
        if (fact.Kind == SyncFactKind.Ready)
        {
            photos.WantPhoto(fact.Key, photoCount);
        }
    }

    /// <summary>
    /// Settles a duplicate. If the file was sent more than once, the existing activity may be its own, so the activity is looked at first.
    /// </summary>
    public void SettleDuplicate(ContentKey key, long other, string? why)
    {
        if (run.ItemOf(key).Tries > 1)
        {
            _ownership.Enqueue((key, other, why));
            return;
        }

        Settle(new SyncFact(SyncFactKind.Duplicate, key) { ActivityIds = [other], Why = why });
    }

    public void SendDue()
    {
        while (_ownership.TryPeek(out var next) && run.TryAsk(this, new SyncRequest.Look(next.Key, next.Other)) is not null)
        {
            _ownership.Dequeue();
        }
    }

    public void Permit(Ticket ticket) => run.SendTicket(ticket);

    public void Postpone(Ticket ticket) => RetryLater(ticket);

    public void Continue(Ticket ticket)
    {
    }

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
        var (key, other) = (SyncRequest.Look)ticket.Request;
        switch (answer)
        {
            case SyncAnswer.Activity { Seen: var seen } when seen.KeyPrefix == key.Prefix:
                var own = new SyncFact(SyncFactKind.Ready, key) { ActivityIds = [other], UploadId = seen.UploadId, By = "own" };
                Settle(own, seen.PhotoCount);
                break;
            case SyncAnswer.Activity or SyncAnswer.Failed { Failure: RequestFailure.NotFound or RequestFailure.Refused }:
                Settle(new SyncFact(SyncFactKind.Duplicate, key) { ActivityIds = [other] });
                break;
            default:
                RetryLater(ticket);
                break;
        }
    }

    private void RetryLater(Ticket ticket)
    {
        var (key, other) = (SyncRequest.Look)ticket.Request;
        _ownership.Enqueue((key, other, null));
    }
}
