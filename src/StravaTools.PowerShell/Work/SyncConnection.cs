using System.Security;
using StravaTools.Client;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>The server and the login of the cmdlets that synchronize. They decide themselves when to wait for a rate limit.</summary>
internal sealed class SyncConnection(IEngine engine, Uri? baseUri, SecureString? accessToken) : IDisposable
{
    private readonly HttpClient _http = ApiHttp.CreateClient();
    private readonly StravaConnection _connection = new()
    {
        BaseUri = baseUri,
        AccessToken = GivenValues.Secret(accessToken),
        RequestCompleted = request => engine.WriteRequest(request),
    };

    /// <summary>The server.</summary>
    public Uri Server => _connection.CreateLogin(_http).Server;

    /// <summary>True if Connect-Strava stored a login for the server.</summary>
    public bool HasStoredLogin => _connection.CreateLogin(_http).IsStored;

    /// <summary>Identifies the login: a token, or the tokens of Connect-Strava.</summary>
    public string Login =>
        _connection.AccessToken ?? _connection.GetEnvironmentVariable(_connection.AccessTokenVariable) ?? "Connect-Strava";

    /// <summary>Creates the client.</summary>
    /// <exception cref="Http.Errors.ApiException">There is no access token, or the server's address is not safe.</exception>
    public StravaClient CreateClient() => _connection.CreateClient(_http);

    public void Dispose() => _http.Dispose();
}
