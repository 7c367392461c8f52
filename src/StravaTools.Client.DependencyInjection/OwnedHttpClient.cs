using StravaTools.Http.Transport;

namespace StravaTools.Client.DependencyInjection;

/// <summary>
/// The HTTP client of the service provider, which disposes it. It is a type of its own, so that no other service receives this client: it
/// has the settings of the API, such as no redirects.
/// </summary>
internal sealed class OwnedHttpClient : IDisposable
{
    public HttpClient Client { get; } = ApiHttp.CreateClient();

    public void Dispose() => Client.Dispose();
}
