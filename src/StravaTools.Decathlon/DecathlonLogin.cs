using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>Decathlon's login: code flow with PKCE (field-notes.md, 3.6).</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="store">Where the tokens are kept.</param>
/// <param name="server">The root of the server; https, or http on this machine.</param>
/// <param name="clock">The clock that tokens end by.</param>
/// <param name="completed">Called after each request.</param>
public sealed class DecathlonLogin(HttpClient http, TokenStore store, Uri? server = null, TimeProvider? clock = null,
    Action<CompletedRequest>? completed = null)
    : OAuthLogin(
        "decathlon", ServerAddress.NormalizeRoot(server ?? DecathlonClientOptions.DefaultBaseUri, DecathlonClient.ApiPath), http, store,
            clock, completed,
        DecathlonServiceErrors.All, DecathlonErrors.DecathlonNotConnected)
{
    /// <summary>All that photos and thumbnails need.</summary>
    public const string DefaultScope = "openid profile email sports_tracking_data sports_tracking_data:write";

    /// <summary>Begins a login whose answer comes back by hand: <see cref="OAuthLogin.FinishAsync"/>.</summary>
    public AuthorizationRequest BeginAuthorization(string clientId, string? clientSecret, Uri redirectUri, string scope = DefaultScope) =>
        new(Application(clientId, clientSecret), redirectUri, scope);

    private protected override OAuthApplication Application(string clientId, string? clientSecret) => new()
    {
        AuthorizeUri = new Uri(Server, "connect/oauth/authorize"),
        TokenUri = new Uri(Server, "connect/oauth/token"),
        ClientId = clientId,
        ClientSecret = clientSecret,
    };
}
