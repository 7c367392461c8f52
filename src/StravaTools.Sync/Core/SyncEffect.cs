using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Something that a run does.</summary>
internal abstract record SyncEffect
{
    private SyncEffect()
    {
    }

    /// <summary>Asks for a request of the budget. Leads to <see cref="SyncEvent.Permitted"/> or <see cref="SyncEvent.Closed"/>.</summary>
    public sealed record Take(int Ticket, RequestKind Kind) : SyncEffect;

    /// <summary>Adds facts to the ledger. With a ticket, it leads to <see cref="SyncEvent.Stored"/>.</summary>
    /// <param name="Ticket">The ticket that waits for it; 0 without one.</param>
    /// <param name="Facts">The facts.</param>
    /// <param name="IsDurable">Whether they must be on the disk, with all facts before them, before the run continues.</param>
    public sealed record Store(int Ticket, IReadOnlyList<SyncFact> Facts, bool IsDurable) : SyncEffect;

    /// <summary>Adds facts about files to the ledger: what their paths contain, and which are not sent.</summary>
    public sealed record Submit(IReadOnlyList<SyncFact> Files) : SyncEffect;

    /// <summary>Sends a request. Leads to <see cref="SyncEvent.Answered"/>.</summary>
    public sealed record Send(int Ticket, SyncRequest Request) : SyncEffect;

    /// <summary>Moves or deletes a settled file that still has its content. Leads to <see cref="SyncEvent.Disposed"/>.</summary>
    public sealed record Dispose(int Ticket, ContentKey Key, string Path) : SyncEffect;

    /// <summary>Reports the state of a file.</summary>
    public sealed record Report(FileReport File) : SyncEffect;

    /// <summary>Ends the run.</summary>
    public sealed record Finish(SyncEnd End, DateTimeOffset? Next, string? Why) : SyncEffect;
}
