namespace StravaTools.Http.Transport;

/// <summary>Ends an exchange that takes too long, or in which no byte is sent or received for some time.</summary>
internal sealed class ExchangeWatch : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _idleTimeout;
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _either;

    /// <param name="timeout">The timeout of the complete exchange.</param>
    /// <param name="idleTimeout">The timeout without a byte.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    public ExchangeWatch(TimeSpan timeout, TimeSpan idleTimeout, CancellationToken cancellationToken)
    {
        (_timeout, _idleTimeout) = (timeout, idleTimeout);
        // The network does not follow the clock of a test.
        _late = new CancellationTokenSource(timeout, TimeProvider.System);
        _idle = new CancellationTokenSource(idleTimeout, TimeProvider.System);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, _idle.Token, cancellationToken);
    }

    /// <summary>Canceled when the exchange must end.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Why the exchange timed out; null if it did not.</summary>
    public string? Reason
    {
        get
        {
            if (_idle.IsCancellationRequested)
            {
                return string.Create(null, $"no byte was sent or received for {_idleTimeout.TotalSeconds:0.#} seconds");
            }

            if (_late.IsCancellationRequested)
            {
                return string.Create(null, $"the exchange did not end within {_timeout.TotalSeconds:0.#} seconds");
            }

            return null;
        }
    }

    /// <summary>Notes that bytes were sent or received.</summary>
    public void NoteProgress()
    {
        try
        {
            _idle.CancelAfter(_idleTimeout);
        }
        catch (ObjectDisposedException)
        {
            // The server responded before it had received the complete body, and the exchange has ended.
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _idle.Dispose();
        _late.Dispose();
    }
}
