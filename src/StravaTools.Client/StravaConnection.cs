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

    /// <summary>The environment variable of the login's name.</summary>
    public const string ProfileVariable = "STRAVA_PROFILE";

    /// <summary>The root of the server; null to use <see cref="BaseUriVariable"/>, else Strava.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The access token; null to use <see cref="AccessTokenVariable"/>, else the tokens of the last login.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The environment variable that contains the access token.</summary>
    public string AccessTokenVariable { get; init; } = DefaultAccessTokenVariable;

    /// <summary>
    /// The name of the login to use; null to use <see cref="ProfileVariable"/>, else the default login. A specified profile takes
    /// precedence over <see cref="AccessTokenVariable"/>.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>Reads an environment variable. Default: the process's environment.</summary>
    public Func<string, string?> GetEnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Called after each request, on any thread. It receives no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }

    /// <summary>
    /// True if requests use the token in <see cref="AccessTokenVariable"/>: neither a token nor a profile is specified.
    /// </summary>
    public bool UsesTokenVariable => TokenInVariable is not null;

    private string? TokenInVariable
    {
        get
        {
            var isSelected = AccessToken is not null || !string.IsNullOrEmpty(Profile);
            if (!isSelected && GetEnvironmentVariable(AccessTokenVariable) is { Length: > 0 } token)
            {
                return token;
            }

            return null;
        }
    }

    /// <summary>Creates the login for the server.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/> or <see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public StravaLogin CreateLogin(HttpClient http)
    {
        var profile = Profile ?? GetEnvironmentVariable(ProfileVariable);
        var store = TokenStore.Create(GetEnvironmentVariable);
        return new StravaLogin(http, store, FindServer(), TimeProvider.System, RequestCompleted, profile);
    }

    /// <summary>Creates a client for the server.</summary>
    /// <param name="http">The client that sends the requests.</param>
    /// <param name="waitForRateLimit">Whether to wait until a used-up rate limit resets, instead of failing.</param>
    /// <param name="waiting">Called before each such wait.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.InvalidBaseUri"/>, <see cref="ApiErrors.InsecureBaseUri"/>, or no usable access token is available.
    /// </exception>
    public StravaClient CreateClient(HttpClient http, bool waitForRateLimit = false, Action<ApiException>? waiting = null)
    {
        var login = CreateLogin(http);
        var options = new StravaClientOptions
        {
            BaseUri = FindServer(),
            WaitForRateLimit = waitForRateLimit,
            Waiting = waiting,
            RequestCompleted = RequestCompleted,
        };
        if (TokenInVariable is { } token)
        {
            return new StravaClient(http, login.SourceFor(token), options, login.IsStored ? HiddenLogin() : StravaServiceErrors.All);
        }

        return new StravaClient(http, login.SourceFor(AccessToken), options);
    }

    private Uri FindServer() =>
        BaseUri ?? ServerAddress.Parse(GetEnvironmentVariable(BaseUriVariable)) ?? StravaClientOptions.DefaultBaseUri;

    /// <summary>The errors if a token in the environment takes precedence over a login. They name the variable.</summary>
    private ServiceErrors HiddenLogin()
    {
        var error = StravaErrors.EnvironmentTokenRejected;
        var variable = $"the environment variable {AccessTokenVariable}";
        var text = error.Text.Replace("an environment variable", variable, StringComparison.Ordinal);
        return StravaServiceErrors.All with { NotAuthorized = error with { Text = text } };
    }

    /// <summary>Does not contain the token.</summary>
    public override string ToString() => $"connection to {BaseUri ?? StravaClientOptions.DefaultBaseUri}";
}
