namespace StravaTools.Sync.Core;

/// <summary>A part of a run that sends requests.</summary>
internal interface IRequestOwner
{
    /// <summary>The budget has a request for the ticket.</summary>
    void Permit(Ticket ticket);

    /// <summary>The budget has no request now. The owner keeps the work for later.</summary>
    void Postpone(Ticket ticket);

    /// <summary>The facts that the ticket waited for are in the ledger.</summary>
    void Continue(Ticket ticket);

    /// <summary>The request ended.</summary>
    void Complete(Ticket ticket, SyncAnswer answer);
}
