namespace StravaTools.Sync.Core;

/// <summary>A request on its way, from asking the budget to its answer.</summary>
/// <param name="Id">Positive, unique in the run.</param>
/// <param name="Owner">Who sends it.</param>
/// <param name="Request">The request.</param>
internal sealed record Ticket(int Id, IRequestOwner Owner, SyncRequest Request);
