using System.Threading.Channels;
using StravaTools.Http.Errors;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Storage;

namespace StravaTools.Sync.Running;

/// <summary>Performs the effects of a run, and feeds their results back to it.</summary>
internal sealed class SyncRunner(ISyncStore store, SyncClaim claim, SyncMachine machine, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan NotableWait = TimeSpan.FromSeconds(20);

    private readonly Channel<SyncEvent> _events = Channel.CreateUnbounded<SyncEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private SyncEffect.Finish? _finish;
    private readonly Dictionary<int, SendPermit> _permits = [];
    private bool _isVerified;

    /// <summary>Sends a request while its permit is valid.</summary>
    public required Func<SyncRequest, SendPermit, CancellationToken, Task<SyncAnswer>> Send { private get; init; }

    /// <summary>How long after it was permitted a request may be sent.</summary>
    public TimeSpan PermitLife { private get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Moves or deletes a file.</summary>
    public required FileDisposer Disposer { private get; init; }

    /// <summary>Called before the first request. It may throw to end the run before anything is sent.</summary>
    public required Func<CancellationToken, Task> Verify { private get; init; }

    /// <summary>The limits that the last response reported.</summary>
    public required Func<Client.StravaRateLimit?> Limits { private get; init; }

    /// <summary>Called for each file.</summary>
    public required Action<FileReport> Report { private get; init; }

    /// <summary>Called when the run does nothing but wait until a time.</summary>
    public required Action<DateTimeOffset> Waiting { private get; init; }

    /// <summary>Called after each answer.</summary>
    public required Action Answered { private get; init; }

    /// <summary>The requests and moves on their way, until their results are handled.</summary>
    public int InFlight { get; private set; }

    /// <summary>True while the run waits for an event or a time.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>The requests that were sent.</summary>
    public RequestCounts Requests { get; } = new();

    /// <summary>Runs until the machine finishes.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <param name="stop">Ends the run soon, with everything written down.</param>
    /// <param name="cancellationToken">Ends the run at once. The next run finds out what arrived.</param>
    /// <exception cref="ApiException">The ledger cannot be written. Requests on their way were canceled.</exception>
    public async Task<SyncEffect.Finish> RunAsync(
        IReadOnlyList<ScannedFile> files, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var registration = stop.Register(() => Enqueue(new SyncEvent.StopRequested(clock.GetUtcNow())));
        using var aborted = cancellationToken.Register(_abort.Cancel);
        try
        {
            await HandleAsync(new SyncEvent.Started(clock.GetUtcNow(), files));
            while (_finish is null)
            {
                await HandleAsync(await NextAsync());
            }

            return _finish;
        }
        finally
        {
            await _abort.CancelAsync();
        }
    }

    public void Dispose() => _abort.Dispose();

    private async Task<SyncEvent> NextAsync()
    {
        if (_events.Reader.TryRead(out var happened))
        {
            return happened;
        }

        if (machine.NextWake is not { } wake || (wake <= clock.GetUtcNow() && InFlight > 0))
        {
            return await _events.Reader.ReadAsync(_abort.Token);
        }

        if (InFlight == 0 && wake - clock.GetUtcNow() >= NotableWait)
        {
            Waiting(wake);
        }

        IsWaiting = true;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token);
        var read = _events.Reader.WaitToReadAsync(either.Token).AsTask();
        var wait = store.WaitAsync(claim, wake, either.Token).AsTask();
        await Task.WhenAny(read, wait);
        await either.CancelAsync();
        await Task.WhenAll(read, wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        IsWaiting = false;
        _abort.Token.ThrowIfCancellationRequested();
        return _events.Reader.TryRead(out happened) ? happened : new SyncEvent.Woke(clock.GetUtcNow());
    }

    private async Task HandleAsync(SyncEvent happened)
    {
        InFlight -= happened is SyncEvent.Answered or SyncEvent.Disposed ? 1 : 0;
        foreach (var effect in machine.Handle(happened))
        {
            await PerformAsync(effect);
        }

        if (happened is SyncEvent.Answered)
        {
            Answered();
        }
    }

    private async Task PerformAsync(SyncEffect effect)
    {
        switch (effect)
        {
            case SyncEffect.Submit submit:
                await store.SubmitAsync(claim, submit.Files, _abort.Token);
                break;
            case SyncEffect.Store facts:
                await store.AppendAsync(claim, facts.Facts, facts.IsDurable, _abort.Token);
                if (facts.Ticket > 0)
                {
                    Enqueue(new SyncEvent.Stored(clock.GetUtcNow(), facts.Ticket));
                }

                break;
            case SyncEffect.Take take:
                await TakeAsync(take);
                break;
            case SyncEffect.Send send:
                var permit = _permits.Remove(send.Ticket, out var taken) ? taken : new SendPermit(clock, Timeout.InfiniteTimeSpan);
                BeginWork(() => SendAsync(send, permit));
                break;
            case SyncEffect.Dispose dispose:
                BeginWork(() => DisposeAsync(dispose));
                break;
            case SyncEffect.Report report:
                Report(report.File);
                break;
            case SyncEffect.Finish finish:
                _finish = finish;
                break;
        }
    }

    private async Task TakeAsync(SyncEffect.Take take)
    {
        if (!_isVerified)
        {
            await Verify(_abort.Token);
            _isVerified = true;
        }

        // The time of the question counts, not the time of the answer.
        var permit = new SendPermit(clock, PermitLife);
        var opens = await store.TakeAsync(claim, take.Kind, _abort.Token);
        if (opens is null)
        {
            _permits[take.Ticket] = permit;
        }

        Enqueue(opens is { } until
            ? new SyncEvent.Closed(clock.GetUtcNow(), take.Ticket, until)
            : new SyncEvent.Permitted(clock.GetUtcNow(), take.Ticket));
    }

    private void BeginWork(Func<Task<SyncEvent>> work)
    {
        InFlight++;
        _ = Task.Run(async () =>
        {
            try
            {
                Enqueue(await work());
            }
            catch (Exception e)
            {
                // The run ends with the error; a canceled run ends anyway.
                _events.Writer.TryComplete(e);
            }
        });
    }

    private async Task<SyncEvent> SendAsync(SyncEffect.Send send, SendPermit permit)
    {
        Requests.CountRequest(send.Request);
        using var activity = SyncTelemetry.StartRequest(send.Request);
        var answer = await Send(send.Request, permit, _abort.Token);
        await NoteLimitsAsync(send.Request, answer);
        return new SyncEvent.Answered(clock.GetUtcNow(), send.Ticket, answer);
    }

    private async Task NoteLimitsAsync(SyncRequest request, SyncAnswer answer)
    {
        var limited = answer as SyncAnswer.Failed;
        var isRefused = limited?.Failure == RequestFailure.Limited;
        RequestKind? refused = isRefused ? RunContext.KindOf(request) : null;
        if (isRefused)
        {
            Requests.CountRefused();
        }

        await store.CloseAsync(claim, Limits(), refused, limited?.Until ?? default, _abort.Token);
    }

    private async Task<SyncEvent> DisposeAsync(SyncEffect.Dispose dispose)
    {
        var (path, problem) = await Disposer.DisposeAsync(dispose.Key, dispose.Path, _abort.Token);
        return new SyncEvent.Disposed(clock.GetUtcNow(), dispose.Ticket, path, problem);
    }

    private void Enqueue(SyncEvent happened) => _events.Writer.TryWrite(happened);
}
