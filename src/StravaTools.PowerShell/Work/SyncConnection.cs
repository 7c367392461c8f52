using System.Security;
using StravaTools.Client;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>The server and the login of the cmdlets that synchronize. They decide themselves when to wait for a rate limit.</summary>
/// <param name="engine">Receives verbose messages.</param>
/// <param name="baseUri">The server; null for the one of the environment, or Strava.</param>
/// <param name="accessToken">The token; null for the one of the environment, or the login.</param>
/// <param name="profile">The name of the login; null for the one of the environment, or the default login.</param>
internal sealed class SyncConnection(IEngine engine, Uri? baseUri, SecureString? accessToken, string? profile = null) : IDisposable
{
    private readonly HttpClient _http = ApiHttp.CreateClient();
    private readonly StravaConnection _connection = new()
    {
        BaseUri = baseUri,
        AccessToken = GivenValues.Secret(accessToken),
        Profile = profile,
        RequestCompleted = request => engine.WriteRequest(request),
    };

    /// <summary>Sends requests that are not for the server.</summary>
    public HttpClient Http => _http;

    /// <summary>The server.</summary>
    public Uri Server => _connection.CreateLogin(_http).Server;

    /// <summary>True if Connect-Strava stored a login for the server.</summary>
    public bool HasStoredLogin => _connection.CreateLogin(_http).IsStored;

    /// <summary>Identifies the login: a token, or the tokens of Connect-Strava with their profile.</summary>
    public string Login
    {
        get
        {
            if (_connection.UsesTokenVariable)
            {
                return _connection.GetEnvironmentVariable(_connection.AccessTokenVariable)!;
            }

            return _connection.AccessToken ?? $"Connect-Strava {_connection.CreateLogin(_http).Profile?.ToLowerInvariant()}".TrimEnd();
        }
    }

    /// <summary>Creates the client.</summary>
    /// <exception cref="Http.Errors.ApiException">There is no access token, or the server's address is not safe.</exception>
    public StravaClient CreateClient() => _connection.CreateClient(_http);

    public void Dispose() => _http.Dispose();
}
