using System.Net.Http.Headers;
using System.Text;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>
/// Strava's login (field-notes.md, 3.5; strava-v3-api.md, "Access"): code exchange, tokens that expire after six hours and are renewed
/// automatically, and permissions that the athlete can decline.
/// </summary>
/// <param name="http">The client that sends the requests.</param>
/// <param name="store">The store that keeps the tokens.</param>
/// <param name="server">The server; https, or http on this machine. Strava's login is the same for both addresses of its API.</param>
/// <param name="clock">The clock that token expiry is checked against.</param>
/// <param name="completed">Called after each request.</param>
/// <param name="profile">The name of the login, for several at one server; null for the default login.</param>
public sealed class StravaLogin(
    HttpClient http, TokenStore store, Uri? server = null, TimeProvider? clock = null, Action<CompletedRequest>? completed = null,
    string? profile = null)
    : OAuthLogin(
        "strava", StravaHosts.SiteOf(ServerAddress.NormalizeRoot(server ?? StravaClientOptions.DefaultBaseUri, StravaHosts.ApiPath)),
        http, store, clock, completed, StravaServiceErrors.Login, ApiErrors.NoAccessToken, profile)
{
    /// <summary>Read and upload activities, including private ones.</summary>
    public const string DefaultScope = "read,activity:read_all,activity:write";

    /// <summary>The scopes that an application can request (field-notes.md, 3.5).</summary>
    public static IReadOnlyList<string> Scopes { get; } =
        ["read", "read_all", "profile:read_all", "profile:write", "activity:read", "activity:read_all", "activity:write"];

    /// <summary>Begins a login that is completed by <see cref="OAuthLogin.FinishAsync"/>.</summary>
    /// <param name="clientId">The application's ID.</param>
    /// <param name="clientSecret">The application's secret. It is sent only in request bodies.</param>
    /// <param name="redirectUri">
    /// The address that the athlete is redirected to: below the application's callback domain, or on this machine.
    /// </param>
    /// <param name="scope">The requested permissions, separated by commas.</param>
    /// <param name="force">
    /// True to show the authorization page even if everything was already granted (<c>approval_prompt=force</c>).
    /// </param>
    public AuthorizationRequest BeginAuthorization(
        string clientId, string clientSecret, Uri redirectUri, string scope = DefaultScope, bool force = false)
    {
        var application = Application(clientId, clientSecret);
        var authorize = new Uri(application.AuthorizeUri, $"?approval_prompt={(force ? "force" : "auto")}");
        return new AuthorizationRequest(application with { AuthorizeUri = authorize }, redirectUri, scope);
    }

    /// <summary>Revokes the stored login on Strava and deletes it from this machine (<c>POST /oauth/revoke</c>).</summary>
    /// <returns>False if no login is stored.</returns>
    public Task<bool> DisconnectAsync(CancellationToken cancellationToken = default) => RevokeAsync(
        async tokens =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server, "oauth/revoke"))
            {
                Content = new FormUrlEncodedContent([new("token", tokens.RefreshToken ?? tokens.AccessToken)]),
            };
            var application = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{tokens.ClientId}:{tokens.ClientSecret}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", application);
            var answer = await Exchange.SendTokenRequestAsync(request, [tokens.RefreshToken, tokens.AccessToken], cancellationToken);
            if (!answer.IsSuccess)
            {
                throw ErrorResponses.ToException(answer, changesSomething: false, Exchange.Errors);
            }
        },
        cancellationToken);

    /// <summary>
    /// If the application has reached its limit of athletes, Strava's page says so and never redirects (field-notes.md, 7.1).
    /// </summary>
    private protected override ErrorDescriptor TimedOut { get; } = ApiErrors.AuthorizationTimedOut with
    {
        Remedy = ApiErrors.AuthorizationTimedOut.Remedy + " If the page shows that the limit of connected athletes is reached, "
            + "disconnect another athlete or request a higher limit at https://www.strava.com/settings/api.",
    };

    private protected override OAuthApplication Application(string clientId, string? clientSecret) => new()
    {
        AuthorizeUri = new Uri(Server, "oauth/authorize"),
        TokenUri = new Uri(Server, "oauth/token"),
        ClientId = clientId,
        ClientSecret = clientSecret,
        UsesPkce = false,
    };

    /// <summary>"User can untick any" (field-notes.md, 3.5). Missing permissions are reported at login, not at the first upload.</summary>
    private protected override void CheckGranted(AuthorizationRequest request, string? granted)
    {
        var missing = ScopeNames(request.Scope).Except(ScopeNames(granted ?? ""), StringComparer.Ordinal).ToList();
        if (granted is not null && missing.Count > 0)
        {
            throw new ApiException(ApiErrors.AuthorizationIncomplete, string.Join(", ", missing));
        }
    }

    /// <summary>Strava separates scopes with commas in addresses and with spaces in token responses (field-notes.md, 7.1).</summary>
    private protected override string? FormatScope(string? scope)
    {
        if (scope is null)
        {
            return null;
        }

        return string.Join(',', ScopeNames(scope));
    }

    private static string[] ScopeNames(string scope) => scope.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
