using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Sends the planned files in the order of their start. The intent is on the disk before each request.</summary>
internal sealed class Posting(RunContext run, Confirming confirming, Settling settling) : IRequestOwner
{
    private readonly PriorityQueue<ContentKey, (long Start, UInt128 Key)> _queue = new();

    /// <summary>The number of files that wait to be sent.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Uploads on their way.</summary>
    public int InFlight { get; private set; }

    /// <summary>True while Strava's list is searched for the planned files first.</summary>
    public bool IsHeld { get; set; }

    /// <summary>When the last upload was accepted.</summary>
    public DateTimeOffset LastAccepted { get; private set; }

    /// <summary>True if more uploads can be sent now.</summary>
    public bool CanContinue => !IsHeld && Waiting > 0 && !run.IsStopping && run.Health.OpensAt(RequestKind.Write) <= run.Now;

    /// <summary>When the next upload can be sent; null if nothing waits.</summary>
    public DateTimeOffset? NextDue => Waiting == 0 || IsHeld || run.IsStopping ? null : run.Health.OpensAt(RequestKind.Write);

    public void Enqueue(ContentKey key)
    {
        var start = run.ItemOf(key).Start ?? DateTimeOffset.MaxValue;
        _queue.Enqueue(key, (start.UtcTicks, key.Value));
    }

    public void SendDue()
    {
        while (CanContinue && _queue.TryPeek(out var key, out _))
        {
            if (run.ItemOf(key).State != SyncState.Planned || run.FileOf(key) is not { } file)
            {
                // Found on Strava in the meantime.
                _queue.Dequeue();
                continue;
            }

            if (run.TryAsk(this, new SyncRequest.Post(key, file.Path)) is null)
            {
                return;
            }

            _queue.Dequeue();
            InFlight++;
        }
    }

    public void Permit(Ticket ticket) => run.Append(new SyncFact(SyncFactKind.Sending, TicketKey(ticket)), isDurable: true, ticket);

    public void Postpone(Ticket ticket)
    {
        InFlight--;
        Enqueue(TicketKey(ticket));
    }

    public void Continue(Ticket ticket)
    {
        if (run.Health.OpensAt(RequestKind.Write) <= run.Now)
        {
            run.SendTicket(ticket);
            return;
        }

        // Strava refused another request, or failed, while the intent was written.
        run.CloseTicket(ticket);
        run.Append(new SyncFact(SyncFactKind.Unsent, TicketKey(ticket)) { By = "Postponed" });
        Postpone(ticket);
    }

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
        InFlight--;
        var key = TicketKey(ticket);
        if (answer is SyncAnswer.Accepted accepted)
        {
            LastAccepted = run.Now;
            run.Append(new SyncFact(SyncFactKind.Sent, key) { UploadId = accepted.UploadId }, isDurable: true);
            confirming.AddSent(key);
        }
        else
        {
            HandleFailure(key, (SyncAnswer.Failed)answer);
        }
    }

    private void HandleFailure(ContentKey key, SyncAnswer.Failed failed)
    {
        switch (failed.Failure)
        {
            case RequestFailure.Lost:
                confirming.AddLost(key, run.Now + run.Rules.LookPause);
                break;
            case RequestFailure.Refused when failed.DuplicateOf is { } other:
                settling.SettleDuplicate(key, other, failed.Why);
                break;
            case RequestFailure.Refused:
                settling.Settle(new SyncFact(SyncFactKind.Refused, key) { By = failed.Code, Why = failed.Why });
                break;
            case RequestFailure.FileChanged:
                run.Append(new SyncFact(SyncFactKind.Unsent, key) { By = failed.Code, Why = failed.Why });
                var file = run.FileOf(key)!;
                var report = new FileReport(file.Path, SyncState.Waiting, null, failed.Code, failed.Why, IsNew: true);
                run.AddEffect(new SyncEffect.Report(report));
                break;
            default:
                run.Append(new SyncFact(SyncFactKind.Unsent, key) { By = failed.Code, Why = failed.Why });
                Enqueue(key);
                break;
        }
    }

    private static ContentKey TicketKey(Ticket ticket) => ((SyncRequest.Post)ticket.Request).Key;
}
