using StravaTools.Sync.Budget;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>What the parts of a run share. It performs nothing: it collects effects.</summary>
internal sealed class RunContext(LedgerState ledger, SyncRules rules)
{
    private readonly Dictionary<int, Ticket> _tickets = [];
    private readonly Dictionary<ContentKey, ScannedFile> _files = [];
    private List<SyncEffect> _effects = [];
    private int _lastTicket;
    private Ticket? _unsent;

    public LedgerState Ledger => ledger;

    public SyncRules Rules => rules;

    public ServerHealth Health { get; } = new(rules);

    public DateTimeOffset Now { get; set; }

    /// <summary>True if nothing new is begun.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Why the login does not work; null if it does.</summary>
    public string? LoginProblem { get; set; }

    /// <summary>True if the login cannot list activities.</summary>
    public bool CannotList { get; set; }

    public int TicketCount => _tickets.Count;

    /// <summary>Orders files by the start of their activities.</summary>
    public IComparer<ContentKey> ByStart => Comparer<ContentKey>.Create((one, other) =>
        (ItemOf(one).Start ?? default, one.Value).CompareTo((ItemOf(other).Start ?? default, other.Value)));

    public SyncItem ItemOf(ContentKey key) => ledger.Items[key];

    public ScannedFile? FileOf(ContentKey key) => _files.GetValueOrDefault(key);

    public void AddFile(ScannedFile file) => _files[file.Key] = file;

    /// <summary>Returns the effects since the last call.</summary>
    public IReadOnlyList<SyncEffect> TakeEffects()
    {
        var effects = _effects;
        _effects = [];
        return effects;
    }

    public Ticket? FindTicket(int id) => _tickets.GetValueOrDefault(id);

    public void CloseTicket(Ticket ticket)
    {
        _tickets.Remove(ticket.Id);
        NoteSent(ticket);
    }

    public static RequestKind KindOf(SyncRequest request) => request is SyncRequest.Post ? RequestKind.Write : RequestKind.Read;

    /// <summary>
    /// Asks the budget for a request; null if none can be sent now. The next request is asked for when this one is sent: its permit does
    /// not expire while others are written down, and a run that is killed leaves no intents of requests that wait for each other.
    /// </summary>
    public Ticket? TryAsk(IRequestOwner owner, SyncRequest request)
    {
        var kind = KindOf(request);
        if (_unsent is not null || _tickets.Count >= rules.MaxOverlap || LoginProblem is not null || Health.OpensAt(kind) > Now)
        {
            return null;
        }

        var ticket = OpenTicket(owner, request);
        _unsent = ticket;
        if (request is SyncRequest.PutPhoto)
        {
            owner.Permit(ticket);
        }
        else
        {
            AddEffect(new SyncEffect.Take(ticket.Id, kind));
        }

        return ticket;
    }

    /// <summary>Opens a ticket for work other than a request.</summary>
    public Ticket OpenTicket(IRequestOwner owner, SyncRequest request)
    {
        var ticket = new Ticket(++_lastTicket, owner, request);
        _tickets.Add(ticket.Id, ticket);
        return ticket;
    }

    public void SendTicket(Ticket ticket)
    {
        AddEffect(new SyncEffect.Send(ticket.Id, ticket.Request));
        NoteSent(ticket);
    }

    private void NoteSent(Ticket ticket)
    {
        if (_unsent == ticket)
        {
            _unsent = null;
        }
    }

    public void AddEffect(SyncEffect effect) => _effects.Add(effect);

    /// <summary>Adds a fact to the ledger.</summary>
    public void Append(SyncFact fact, bool isDurable = false, Ticket? waiting = null) => Append([fact], isDurable, waiting);

    /// <summary>Adds facts to the ledger.</summary>
    public void Append(IReadOnlyList<SyncFact> facts, bool isDurable = false, Ticket? waiting = null)
    {
        var timed = facts.Select(fact => fact with { Time = Now }).ToList();
        timed.ForEach(ledger.ApplyFact);
        AddEffect(new SyncEffect.Store(waiting?.Id ?? 0, timed, isDurable));
    }

    /// <summary>Reports the state of an item.</summary>
    public void Report(ContentKey key)
    {
        var item = ItemOf(key);
        AddEffect(new SyncEffect.Report(new FileReport(FileOf(key)?.Path ?? item.Path, item.State, item, item.By, item.Why, IsNew: true)));
    }
}
