using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>
/// A client for Strava's API. One instance serves any number of concurrent calls. A request that never
/// reached the server is sent again twice, within seconds; one that may have had an effect never is. Every failure is a
/// <see cref="ApiException"/>.
/// </summary>
public sealed class StravaClient
{
    /// <summary>"custom page sizes up to 200" (strava-v3-api.md, "Pagination").</summary>
    public const int MaxPageSize = 200;

    internal const string ApiPath = "/api/v3";

    private readonly RateLimits _limits;

    /// <param name="http">Sends the requests; its timeout bounds each of them. It must not have an Authorization header of its own.</param>
    /// <param name="tokens">Where the access token comes from.</param>
    /// <param name="options">Where the server is, and the clock; null for Strava itself and the system's.</param>
    /// <exception cref="ApiException">The address would send the token unencrypted (<see cref="ApiErrors.InsecureBaseUri"/>).</exception>
    public StravaClient(HttpClient http, IAccessTokenSource tokens, StravaClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tokens);
        options ??= new StravaClientOptions();
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("A default Authorization header would be sent to the photo host too.", nameof(http));
        }

        BaseUri = ServerAddress.NormalizeRoot(options.BaseUri, ApiPath);
        Clock = options.TimeProvider;
        var exchange = new HttpExchange(http, Clock, options.RequestCompleted, StravaServiceErrors.All);
        var service = new ApiService(new Uri(BaseUri, "api/v3/"), StravaServiceErrors.All) { FailureMayHaveTakenEffect = true };
        _limits = new RateLimits(Clock);
        var patience = new RetryPolicy(Clock, StravaServiceErrors.All.ServerUnreachable, options.WaitForRateLimit, options.Waiting);
        Transport = new ApiTransport(exchange, tokens, service, patience, _limits);
    }

    /// <summary>The root of the server.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// How much of the rate limits is used up, as the last answer that told it had it (strava-v3-api.md, "Rate Limiting"); null before the
    /// first such answer.
    /// </summary>
    public StravaRateLimit? RateLimit => _limits.Last;

    /// <summary>Sends requests with the access token.</summary>
    internal ApiTransport Transport { get; }

    /// <summary>The clock that all waiting goes by.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Where a person sees an activity.</summary>
    public Uri ActivityUrl(long activityId) => new(BaseUri, string.Create(null, $"activities/{activityId}"));

    /// <summary>Sends any request to the API: what has no method of its own here has the same token, limits and errors.</summary>
    /// <param name="method">A method other than GET may have an effect: where no answer comes, its fate is unknown.</param>
    /// <param name="path">The path below /api/v3, with its query: <c>athlete/clubs?per_page=5</c>.</param>
    /// <param name="content">The body.</param>
    /// <param name="accept">The representation that is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">
    /// <see cref="StravaErrors.PathOutsideApi"/>, as another host must not see the token; or the server answered with an error.
    /// </exception>
    public async Task<StravaResponse> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string accept = "application/json",
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var api = new Uri(BaseUri, ApiPath + "/");
        var below = path.TrimStart('/');
        if (!Uri.TryCreate(api, below, out var address) || !api.IsBaseOf(address)
            || !address.AbsolutePath.StartsWith(api.AbsolutePath, StringComparison.Ordinal))
        {
            throw new StravaException(StravaErrors.PathOutsideApi, path, api);
        }

        var answer = await Transport.SendAsync(method, below, content, cancellationToken, accept);
        return new StravaResponse(answer.StatusCode, answer.MediaType, answer.Body);
    }

    /// <summary>
    /// Takes back what the athlete has allowed the application: all its tokens of this athlete end (<c>POST /oauth/deauthorize</c>,
    /// field-notes.md, 3.5).
    /// </summary>
    public Task DeauthorizeAsync(CancellationToken cancellationToken = default) =>
        Transport.SendAsync(HttpMethod.Post, "/oauth/deauthorize", null, cancellationToken);

    internal static TimeSpan Shorter(TimeSpan one, TimeSpan other) => new(Math.Min(one.Ticks, other.Ticks));

    internal static TimeSpan Longer(TimeSpan one, TimeSpan other) => new(Math.Max(one.Ticks, other.Ticks));

    internal static void ThrowUnlessPageSize(int perPage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perPage, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perPage, MaxPageSize);
    }
}
