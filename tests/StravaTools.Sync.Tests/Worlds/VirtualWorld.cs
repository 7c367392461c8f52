using StravaTools.Client;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>A folder, a ledger, and a Strava, in virtual time. Runs can crash at any step.</summary>
internal sealed class VirtualWorld
{
    private readonly List<(SyncEffect Effect, DateTimeOffset Due)> _pending = [];
    private readonly Dictionary<RequestKind, DateTimeOffset> _closedUntil = [];
    private int _steps;
    private SyncMachine? _machine;

    /// <param name="files">The files.</param>
    /// <param name="strava">The server.</param>
    public VirtualWorld(IReadOnlyList<ScannedFile> files, VirtualStrava strava) => (Files, Strava) = ([.. files], strava);

    public List<ScannedFile> Files { get; }

    public VirtualStrava Strava { get; }

    public VirtualDisk Disk { get; init; } = new();

    public SyncRules Rules { get; set; } = new();

    public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 7, 3, 0, TimeSpan.Zero);

    /// <summary>The requests that the client counted; null for no limits.</summary>
    public RequestBook? Book { get; set; }

    /// <summary>The requests of each window that the client leaves for others.</summary>
    public int Reserve { get; init; }

    /// <summary>Called before and after each effect, with the number of the step since the world began.</summary>
    public Action<int> Step { get; set; } = _ => { };

    /// <summary>The time that a request takes.</summary>
    public Func<TimeSpan> Duration { get; init; } = () => TimeSpan.FromSeconds(0.5);

    /// <summary>Selects the effect that ends next among those on their way; by default, the first that is due.</summary>
    public Random? Scheduler { get; init; }

    /// <summary>What went wrong.</summary>
    public List<string> Violations { get; } = [];

    public SyncEffect.Finish? LastEnd { get; private set; }

    /// <summary>The ledger of the current or last run.</summary>
    public LedgerState Ledger { get; private set; } = new();

    /// <summary>Runs until the machine finishes.</summary>
    /// <exception cref="CrashException">A step crashed the process.</exception>
    public void Run()
    {
        Ledger = Disk.Read();
        _pending.Clear();
        if (Book is null)
        {
            // Requests that Strava rejected are not remembered for the next process.
            _closedUntil.Clear();
        }

        _machine = new SyncMachine(Ledger, Rules);
        LastEnd = null;
        Handle(new SyncEvent.Started(Now, [.. Files.Select(Remember)]));
        while (LastEnd is null)
        {
            if (_pending.Count > 0)
            {
                Perform(TakeNext());
            }
            else
            {
                var wake = _machine.NextWake ?? throw new InvalidOperationException("The machine neither works nor waits nor finishes.");
                if (wake <= Now)
                {
                    throw new InvalidOperationException($"The machine waits for {wake:u}, which is not after {Now:u}.");
                }

                Now = wake;
                Handle(new SyncEvent.Woke(Now));
            }
        }

        Disk.Crash(isPowerCut: false);
    }

    /// <summary>The process dies.</summary>
    public void Crash(bool isPowerCut)
    {
        Disk.Crash(isPowerCut);
        Now += TimeSpan.FromSeconds(5);
    }

    /// <summary>Asks the current run to stop.</summary>
    public void Stop() => Handle(new SyncEvent.StopRequested(Now));

    private ScannedFile Remember(ScannedFile file) =>
        file with { IsRemembered = Ledger.Paths.GetValueOrDefault(file.Path) is { } record && record.Key == file.Key };

    private (SyncEffect Effect, DateTimeOffset Due) TakeNext()
    {
        // Facts are stored in order. Requests can end in any order, even while facts wait to be stored.
        var index = _pending.FindIndex(pending => pending.Effect is not SyncEffect.Send);
        if (index < 0 || (Scheduler?.Next(4) == 0 && _pending.Exists(pending => pending.Effect is SyncEffect.Send)))
        {
            index = FindNextAnswer();
        }

        var next = _pending[index];
        _pending.RemoveAt(index);

        // While requests are on their way, the machine may begin others.
        if (next.Effect is SyncEffect.Send && _machine!.NextWake is { } wake && wake > Now && wake < next.Due)
        {
            _pending.Insert(index, next);
            Now = wake;
            Handle(new SyncEvent.Woke(Now));
            return TakeNext();
        }

        return next;
    }

    private int FindNextAnswer()
    {
        var sent = _pending.FindAll(pending => pending.Effect is SyncEffect.Send);
        return _pending.IndexOf(Scheduler is null ? sent.MinBy(pending => pending.Due) : sent[Scheduler.Next(sent.Count)]);
    }

    private void Handle(SyncEvent happened)
    {
        foreach (var effect in _machine!.Handle(happened))
        {
            CheckLimit(effect);
            if (effect is not SyncEffect.Report)
            {
                _pending.Add((effect, Now + Duration()));
            }
        }
    }

    private void Perform((SyncEffect Effect, DateTimeOffset Due) next)
    {
        Tick();
        switch (next.Effect)
        {
            case SyncEffect.Take take:
                Handle(TakePermit(take));
                break;
            case SyncEffect.Store store:
                Disk.Append(store.Facts, store.IsDurable);
                Tick();
                if (store.Ticket > 0)
                {
                    Handle(new SyncEvent.Stored(Now, store.Ticket));
                }

                break;
            case SyncEffect.Submit submit:
                Disk.Append(submit.Files, isDurable: false);
                break;
            case SyncEffect.Send send:
                Now = next.Due > Now ? next.Due : Now;
                CheckIntent(send.Request);
                var answer = Strava.Answer(send.Request, Now);
                Tick();
                NoteLimits(send.Request, answer);
                Handle(new SyncEvent.Answered(Now, send.Ticket, answer));
                break;
            case SyncEffect.Finish finish:
                LastEnd = finish;
                break;
            case SyncEffect.Dispose dispose:
                Handle(new SyncEvent.Disposed(Now, dispose.Ticket, null, null));
                break;
        }
    }

    /// <summary>After a 429, nothing is sent until the time that it named.</summary>
    private void CheckLimit(SyncEffect effect)
    {
        if (effect is SyncEffect.Send { Request: not SyncRequest.PutPhoto } send
            && _closedUntil.GetValueOrDefault(RunContext.KindOf(send.Request)) > Now)
        {
            Violations.Add($"{send.Request} was sent although Strava had refused requests");
        }
    }

    private SyncEvent TakePermit(SyncEffect.Take take)
    {
        if (Book is null)
        {
            return new SyncEvent.Permitted(Now, take.Ticket);
        }

        Book = Book.MoveTo(Now);
        if (Book.OpensAt(take.Kind, Reserve) is { } opens)
        {
            return new SyncEvent.Closed(Now, take.Ticket, opens + TimeSpan.FromSeconds(2));
        }

        Book = Book.TakeRequest(take.Kind);
        return new SyncEvent.Permitted(Now, take.Ticket);
    }

    private void NoteLimits(SyncRequest request, SyncAnswer answer)
    {
        var refusedUntil = answer is SyncAnswer.Failed { Failure: RequestFailure.Limited, Until: { } opens } ? opens : default;
        var kind = RunContext.KindOf(request);
        if (refusedUntil > Now)
        {
            // Reads have their own limit. Uploads share theirs with everything.
            _closedUntil[RequestKind.Read] = refusedUntil;
            _closedUntil[kind] = refusedUntil;
        }

        if (Book is null || Strava.Book is not { } server)
        {
            return;
        }

        Book = Book.NoteReport(new StravaRateLimit
        {
            SeenAt = Now,
            FifteenMinutes = new RateLimitCount(server.Quarter.Limit, server.Quarter.Used),
            Daily = new RateLimitCount(server.Day.Limit, server.Day.Used),
            ReadFifteenMinutes = new RateLimitCount(server.ReadQuarter.Limit, server.ReadQuarter.Used),
            ReadDaily = new RateLimitCount(server.ReadDay.Limit, server.ReadDay.Used),
        });
        if (refusedUntil > Now)
        {
            Book = Book.CloseUntil(kind, refusedUntil);
        }
    }

    private void CheckIntent(SyncRequest request)
    {
        var hasIntent = request switch
        {
            SyncRequest.Post post => IsLast(post.Key, SyncFactKind.Sending),
            SyncRequest.PutPhoto photo => IsLast(photo.Key, SyncFactKind.PhotoSending),
            _ => true,
        };
        if (!hasIntent)
        {
            Violations.Add($"{request} without an intent on the disk");
        }
    }

    private bool IsLast(ContentKey key, SyncFactKind kind) => Disk.Synced.LastOrDefault(fact => fact.Key == key)?.Kind == kind;

    private void Tick() => Step(++_steps);
}
