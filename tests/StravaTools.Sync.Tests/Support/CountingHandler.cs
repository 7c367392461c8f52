namespace StravaTools.Sync.Tests.Support;

/// <summary>Counts the requests on their way, and can make them fail before or after the server handles them.</summary>
internal sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private int _inFlight;
    private int _count;

    public int InFlight => Volatile.Read(ref _inFlight);

    public int Count => Volatile.Read(ref _count);

    /// <summary>Called with the number of the request and the request, before it is sent.</summary>
    public Func<int, HttpRequestMessage, Task>? Before { get; set; }

    /// <summary>Called after the server responded. It may throw to lose the response.</summary>
    public Action<int, HttpRequestMessage>? After { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inFlight);
        var number = Interlocked.Increment(ref _count);
        try
        {
            await (Before?.Invoke(number, request) ?? Task.CompletedTask);
            var response = await base.SendAsync(request, cancellationToken);
            After?.Invoke(number, request);
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }
}
