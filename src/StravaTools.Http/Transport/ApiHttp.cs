namespace StravaTools.Http.Transport;

/// <summary>Creates the <see cref="HttpClient"/> for API requests.</summary>
public static class ApiHttp
{
    /// <summary>
    /// Creates a client that does not follow redirects: a POST would become a GET, and the token would be sent to another host.
    /// </summary>
    /// <param name="timeout">The timeout of each request. Default: 100 seconds.</param>
    public static HttpClient CreateClient(TimeSpan? timeout = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), UseCookies = false };
        var client = new HttpClient(handler) { Timeout = timeout ?? TimeSpan.FromSeconds(100) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("StravaTools");
        return client;
    }
}
