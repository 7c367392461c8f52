using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>
/// Selects the server and the credentials: explicit values, else environment variables, else Strava and the tokens of the last login.
/// </summary>
public sealed record StravaConnection
{
    /// <summary>The environment variable of the access token.</summary>
    public const string DefaultAccessTokenVariable = "STRAVA_ACCESS_TOKEN";

    /// <summary>The environment variable of the server's address.</summary>
    public const string BaseUriVariable = "STRAVA_BASE_URI";

    /// <summary>The root of the server; null to use <see cref="BaseUriVariable"/>, else Strava.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The access token; null to use <see cref="AccessTokenVariable"/>, else the tokens of the last login.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The environment variable that contains the access token.</summary>
    public string AccessTokenVariable { get; init; } = DefaultAccessTokenVariable;

    /// <summary>Reads an environment variable. Default: the process's environment.</summary>
    public Func<string, string?> GetEnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Called after each request, on any thread. It receives no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }

    /// <summary>Creates the login for the server.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public StravaLogin CreateLogin(HttpClient http)
    {
        var server = BaseUri ?? ServerAddress.Parse(GetEnvironmentVariable(BaseUriVariable));
        return new StravaLogin(http, TokenStore.Create(GetEnvironmentVariable), server, TimeProvider.System, RequestCompleted);
    }

    /// <summary>Creates a client for the server.</summary>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="waitForRateLimit">Whether to wait until a used-up rate limit resets, instead of failing.</param>
    /// <param name="waiting">Called before each such wait.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.InsecureBaseUri"/>, or there is no usable access token.</exception>
    public StravaClient CreateClient(HttpClient http, bool waitForRateLimit = false, Action<ApiException>? waiting = null)
    {
        var login = CreateLogin(http);
        var options = new StravaClientOptions
        {
            BaseUri = login.Server,
            WaitForRateLimit = waitForRateLimit,
            Waiting = waiting,
            RequestCompleted = RequestCompleted,
        };
        return new StravaClient(http, login.SourceFor(AccessToken ?? GetEnvironmentVariable(AccessTokenVariable)), options);
    }

    /// <summary>Does not contain the token.</summary>
    public override string ToString() => $"connection to {BaseUri ?? StravaClientOptions.DefaultBaseUri}";
}
