namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>Counts requests, so that a test knows when none is on its way.</summary>
internal sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _begun;
    private int _inFlight;

    /// <summary>The requests that were begun.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>True if no request is on its way.</summary>
    public bool IsIdle => Volatile.Read(ref _inFlight) == 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inFlight);
        Interlocked.Increment(ref _begun);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
