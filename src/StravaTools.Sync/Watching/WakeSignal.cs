using System.Threading.Channels;

namespace StravaTools.Sync.Watching;

/// <summary>Wakes one waiter. Signals without a waiter are remembered as one.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes the waiter, or the next one.</summary>
    public void WakeWaiter() => _signals.Writer.TryWrite(true);

    /// <summary>Waits until a signal or a time.</summary>
    /// <returns>True for a signal.</returns>
    public async Task<bool> WaitUntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (_signals.Reader.TryRead(out _))
        {
            return true;
        }

        var pause = time - clock.GetUtcNow();
        using var timer = new CancellationTokenSource(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await _signals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
