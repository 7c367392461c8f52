using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>Decathlon's login: code flow with PKCE (field-notes.md, 3.6).</summary>
/// <param name="http">The client that sends the requests.</param>
/// <param name="store">The store that keeps the tokens.</param>
/// <param name="server">The root of the server; https, or http on this machine.</param>
/// <param name="clock">The clock that token expiry is checked against.</param>
/// <param name="completed">Called after each request.</param>
/// <param name="profile">The name of the login, for several at one server; null for the default login.</param>
public sealed class DecathlonLogin(
    HttpClient http, TokenStore store, Uri? server = null, TimeProvider? clock = null, Action<CompletedRequest>? completed = null,
    string? profile = null)
    : OAuthLogin(
        "decathlon", ServerAddress.NormalizeRoot(server ?? DecathlonClientOptions.DefaultBaseUri, DecathlonClient.ApiPath),
        http, store, clock, completed, DecathlonServiceErrors.All, DecathlonErrors.DecathlonNotConnected, profile)
{
    /// <summary>The scopes that photos and thumbnails require.</summary>
    public const string DefaultScope = "openid profile email sports_tracking_data sports_tracking_data:write";

    /// <summary>Begins a login that is completed by <see cref="OAuthLogin.FinishAsync"/>.</summary>
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
