namespace StravaTools.Http.Transport;

/// <summary>Makes the <see cref="HttpClient"/> that suits the client.</summary>
public static class ApiHttp
{
    /// <summary>Follows no redirect: a POST would become a GET, and a token would be carried elsewhere.</summary>
    /// <param name="timeout">The longest that one request may take; 100 seconds by default.</param>
    public static HttpClient CreateClient(TimeSpan? timeout = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), UseCookies = false };
        var client = new HttpClient(handler) { Timeout = timeout ?? TimeSpan.FromSeconds(100) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("StravaTools");
        return client;
    }
}
