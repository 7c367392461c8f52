using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>Creates the <see cref="HttpClient"/> for API requests.</summary>
public static class ApiHttp
{
    /// <summary>The default timeout of a complete exchange: connecting, sending, and reading the body.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>An exchange ends if no byte is sent or received for this time.</summary>
    public static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection is reused, so that changed addresses of a server are noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Creates a client that does not follow redirects: a POST would become a GET, and the token would be sent to another host. Requests to
    /// this machine never use a proxy. Disposing the client waits for a token renewal that is in progress.
    /// </summary>
    /// <param name="timeout">The timeout of each exchange, body included. Default: <see cref="DefaultTimeout"/>.</param>
    public static HttpClient CreateClient(TimeSpan? timeout = null) => CreateClient(HttpClient.DefaultProxy, timeout);

    /// <summary>Creates the handler of such a client, for programs that manage handlers themselves.</summary>
    public static SocketsHttpHandler CreateHandler() => CreateHandler(HttpClient.DefaultProxy);

    internal static HttpClient CreateClient(IWebProxy proxy, TimeSpan? timeout = null)
    {
        var client = new ApiHttpClient(CreateHandler(proxy)) { Timeout = timeout ?? DefaultTimeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("StravaTools");
        return client;
    }

    private static SocketsHttpHandler CreateHandler(IWebProxy proxy) => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = ConnectionLifetime,
        Proxy = new LoopbackBypassingProxy(proxy),
        UseCookies = false,
    };
}
