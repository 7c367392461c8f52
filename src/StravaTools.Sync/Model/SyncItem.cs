namespace StravaTools.Sync.Model;

/// <summary>What the ledger says about one content: the result of its facts.</summary>
internal sealed record SyncItem(ContentKey Key, string Path)
{
    public SyncState State { get; init; } = SyncState.Planned;

    /// <summary>The start of the activity.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The duration of the activity, in seconds.</summary>
    public long? Elapsed { get; init; }

    public string? Sport { get; init; }

    public long? UploadId { get; init; }

    /// <summary>The activities; of a duplicate, the existing one.</summary>
    public IReadOnlyList<long> ActivityIds { get; init; } = [];

    /// <summary>How the last state was found out, or a code.</summary>
    public string? By { get; init; }

    public string? Why { get; init; }

    /// <summary>How often it was about to be sent.</summary>
    public int Tries { get; init; }

    /// <summary>When it was about to be sent the last time.</summary>
    public DateTimeOffset? SendingAt { get; init; }

    /// <summary>When it reached its state.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public PhotoState Photo { get; init; }

    /// <summary>The number of photos of the activity before ours was sent.</summary>
    public int PhotosBefore { get; init; }

    /// <summary>The item after one more fact.</summary>
    /// <returns>Null if the fact does not fit the state: a ledger with such a fact is damaged, or was edited.</returns>
    public SyncItem? ApplyFact(SyncFact fact)
    {
        if (!Transitions.IsAllowed(State, fact.Kind))
        {
            return null;
        }

        return fact.Kind switch
        {
            SyncFactKind.File => WithFile(fact),
            SyncFactKind.Sending => WithState(SyncState.Sending, fact) with
            {
                Tries = fact.Number ?? Tries + 1,
                SendingAt = fact.Time,
            },
            SyncFactKind.Unsent => WithState(SyncState.Planned, fact) with { UploadId = null },
            SyncFactKind.Sent => WithState(SyncState.Sent, fact) with { UploadId = fact.UploadId },
            SyncFactKind.Moved => this with { Path = fact.Path ?? Path },
            SyncFactKind.Forget => WithState(SyncState.Planned, fact) with
            {
                UploadId = null,
                ActivityIds = [],
                Photo = PhotoState.None,
                PhotosBefore = 0,
            },
            SyncFactKind.PhotoSending => this with { Photo = PhotoState.Sending, PhotosBefore = fact.Number ?? 0 },
            SyncFactKind.Photo => this with { Photo = fact.Photo },
            _ => WithState(Transitions.StateAfter(fact.Kind), fact) with
            {
                UploadId = fact.UploadId ?? UploadId,
                ActivityIds = fact.ActivityIds.Count > 0 ? fact.ActivityIds : ActivityIds,
            },
        };
    }

    /// <summary>A file that was invalid by older rules, or before it was complete, can be sent.</summary>
    private SyncItem WithFile(SyncFact fact)
    {
        var item = this with
        {
            Path = fact.Path ?? Path,
            Start = fact.Start ?? Start,
            Elapsed = fact.Elapsed ?? Elapsed,
            Sport = fact.Sport ?? Sport,
        };
        return State == SyncState.Invalid ? item with { State = SyncState.Planned, By = null, Why = null } : item;
    }

    private SyncItem WithState(SyncState state, SyncFact fact) =>
        this with { State = state, By = fact.By, Why = fact.Why, ChangedAt = fact.Time };
}
