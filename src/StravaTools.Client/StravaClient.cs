using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>
/// A client for Strava's API. It is thread-safe. Requests that never reached the server are retried twice within a few seconds. Requests
/// that may have had an effect are never retried. Every failure is an <see cref="ApiException"/>.
/// </summary>
public sealed class StravaClient
{
    /// <summary>"custom page sizes up to 200" (strava-v3-api.md, "Pagination").</summary>
    public const int MaxPageSize = 200;

    private readonly RateLimits _limits;

    /// <param name="http">The HTTP client. Its timeout applies to each request. It must not have a default Authorization header.</param>
    /// <param name="tokens">The source of the access token.</param>
    /// <param name="options">The server and the clock; null for Strava and the system clock.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/> or <see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public StravaClient(HttpClient http, IAccessTokenSource tokens, StravaClientOptions? options = null)
        : this(http, tokens, options, StravaServiceErrors.All)
    {
    }

    internal StravaClient(HttpClient http, IAccessTokenSource tokens, StravaClientOptions? options, ServiceErrors errors)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tokens);
        options ??= new StravaClientOptions();
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("A default Authorization header would also be sent to the photo host.", nameof(http));
        }

        BaseUri = ServerAddress.NormalizeRoot(options.BaseUri, StravaHosts.ApiPath);
        SiteUri = StravaHosts.SiteOf(BaseUri);
        Api = StravaHosts.ApiOf(BaseUri);
        Clock = options.TimeProvider;
        var exchange = new HttpExchange(http, Clock, options.RequestCompleted, errors) { IdleTimeout = options.IdleTimeout };
        var service = new ApiService(Api, errors) { FailureMayHaveTakenEffect = true };
        _limits = new RateLimits(Clock);
        var retries = new RetryPolicy(Clock, errors.ServerUnreachable, options.WaitForRateLimit, options.Waiting);
        Transport = new ApiTransport(exchange, tokens, service, retries, _limits);
    }

    /// <summary>The server of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The website, with the pages of activities. It is the server of the API, except for the API's address from 2027.</summary>
    public Uri SiteUri { get; }

    /// <summary>
    /// The rate limits in the last response that reported them (strava-v3-api.md, "Rate Limiting"); null before the first such response.
    /// </summary>
    public StravaRateLimit? RateLimit => _limits.Last;

    /// <summary>The root of the API, with a trailing slash.</summary>
    internal Uri Api { get; }

    /// <summary>Sends requests with the access token.</summary>
    internal ApiTransport Transport { get; }

    /// <summary>The clock that all waits use.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Returns the address of an activity's page on the website.</summary>
    public Uri ActivityUrl(long activityId) => new(SiteUri, string.Create(null, $"activities/{activityId}"));

    /// <summary>
    /// Sends any request to the API, for endpoints without a method here. Token, limits, and errors are handled the same way.
    /// </summary>
    /// <param name="method">The HTTP method. If a method other than GET receives no response, its outcome is unknown.</param>
    /// <param name="path">The path below the API's root, with its query: <c>athlete/clubs?per_page=5</c>.</param>
    /// <param name="content">The body.</param>
    /// <param name="accept">The requested representation.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">
    /// <see cref="StravaErrors.PathOutsideApi"/>, because other hosts must not receive the token; or the server returned an error.
    /// </exception>
    public async Task<StravaResponse> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string accept = "application/json",
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var below = path.TrimStart('/');
        if (!Uri.TryCreate(Api, below, out var address) || !Api.IsBaseOf(address)
            || !address.AbsolutePath.StartsWith(Api.AbsolutePath, StringComparison.Ordinal))
        {
            throw new StravaException(StravaErrors.PathOutsideApi, path, Api);
        }

        var answer = await Transport.SendAsync(method, below, content, cancellationToken, accept);
        return new StravaResponse(answer.StatusCode, answer.MediaType, answer.Body);
    }

    /// <summary>
    /// Revokes the application's access: all its tokens for this athlete become invalid (<c>POST /oauth/deauthorize</c>, field-notes.md,
    /// 3.5).
    /// </summary>
    [Obsolete("Strava ends this endpoint on 1 June 2027. Use StravaLogin.DisconnectAsync.")]
    public Task DeauthorizeAsync(CancellationToken cancellationToken = default) =>
        Transport.SendAsync(HttpMethod.Post, new Uri(SiteUri, "oauth/deauthorize").AbsoluteUri, null, cancellationToken);

    internal static TimeSpan Min(TimeSpan one, TimeSpan other) => new(Math.Min(one.Ticks, other.Ticks));

    internal static TimeSpan Max(TimeSpan one, TimeSpan other) => new(Math.Max(one.Ticks, other.Ticks));

    internal static void ThrowUnlessPageSize(int perPage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perPage, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perPage, MaxPageSize);
    }
}
