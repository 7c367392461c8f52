using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>
/// Selects the server and the credentials: explicit values, else environment variables, else Decathlon and the tokens of the last login.
/// </summary>
public sealed record DecathlonConnection
{
    /// <summary>The environment variable of the access token.</summary>
    public const string DefaultAccessTokenVariable = "DECATHLON_ACCESS_TOKEN";

    /// <summary>The environment variable of the API key.</summary>
    public const string DefaultApiKeyVariable = "DECATHLON_API_KEY";

    /// <summary>The environment variable of the server's address.</summary>
    public const string BaseUriVariable = "DECATHLON_BASE_URI";

    /// <summary>The root of the server; null to use <see cref="BaseUriVariable"/>, else Decathlon.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The application's API key; null to use <see cref="ApiKeyVariable"/>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The access token; null to use <see cref="AccessTokenVariable"/>, else the tokens of the last login.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The environment variable that contains the access token.</summary>
    public string AccessTokenVariable { get; init; } = DefaultAccessTokenVariable;

    /// <summary>The environment variable that contains the API key.</summary>
    public string ApiKeyVariable { get; init; } = DefaultApiKeyVariable;

    /// <summary>Reads an environment variable. Default: the process's environment.</summary>
    public Func<string, string?> GetEnvironmentVariable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Called after each request, on any thread. It receives no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }

    /// <summary>Creates the login for the server.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/> or <see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public DecathlonLogin CreateLogin(HttpClient http)
    {
        var server = BaseUri ?? ServerAddress.Parse(GetEnvironmentVariable(BaseUriVariable));
        return new DecathlonLogin(http, TokenStore.Create(GetEnvironmentVariable), server, TimeProvider.System, RequestCompleted);
    }

    /// <summary>Creates a client for the server.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.InvalidBaseUri"/>, <see cref="ApiErrors.InsecureBaseUri"/>, <see cref="DecathlonErrors.NoDecathlonApiKey"/>, or
    /// no usable access token is available.
    /// </exception>
    public DecathlonClient CreateClient(HttpClient http)
    {
        var login = CreateLogin(http);
        var options = new DecathlonClientOptions
        {
            BaseUri = login.Server,
            ApiKey = ApiKey ?? GetEnvironmentVariable(ApiKeyVariable),
            RequestCompleted = RequestCompleted,
        };
        return new DecathlonClient(http, login.SourceFor(AccessToken ?? GetEnvironmentVariable(AccessTokenVariable)), options);
    }

    /// <summary>Contains neither the token nor the key.</summary>
    public override string ToString() => $"connection to {BaseUri ?? DecathlonClientOptions.DefaultBaseUri}";
}
