using StravaTools.Client.Authorization;
using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <summary>
/// A client for Strava's API. One instance serves any number of concurrent calls. A request that changes something is sent once and never repeated;
/// every failure is a <see cref="StravaException"/>.
/// </summary>
public sealed partial class StravaClient
{
    private readonly StravaTransport _transport;
    private readonly TimeProvider _clock;

    /// <param name="http">Sends the requests; its timeout bounds each of them. It must not have an Authorization header of its own.</param>
    /// <param name="tokens">Where the access token comes from.</param>
    /// <param name="options">Where the server is, and the clock; null for Strava itself and the system's.</param>
    /// <exception cref="StravaException">The address would send the token unencrypted (<see cref="StravaErrors.InsecureBaseUri"/>).</exception>
    public StravaClient(HttpClient http, IAccessTokenSource tokens, StravaClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tokens);
        options ??= new StravaClientOptions();
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("A default Authorization header would be sent to the photo host too.", nameof(http));
        }

        BaseUri = ServerRoot(options.BaseUri);
        _clock = options.TimeProvider;
        _transport = new StravaTransport(http, tokens, BaseUri, _clock, options.RequestCompleted);
    }

    /// <summary>The root of the server.</summary>
    public Uri BaseUri { get; }

    /// <summary>
    /// How much of the rate limits is used up, as the last answer that told it had it (strava-v3-api.md, "Rate Limiting"); null before the first such
    /// answer.
    /// </summary>
    public StravaRateLimit? RateLimit => _transport.Limits.Last;

    /// <summary>Where a person sees an activity.</summary>
    public Uri ActivityUrl(long activityId) => new(BaseUri, string.Create(null, $"activities/{activityId}"));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static Uri ServerRoot(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
        {
            throw new StravaException(StravaErrors.InsecureBaseUri, uri);
        }

        // Without a user and a password: it is shown in logs and errors.
        var root = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw new StravaException(StravaErrors.InsecureBaseUri, root);
        }

        // The address of the API itself is a likely thing to be given.
        return new Uri((root.EndsWith("/api/v3", StringComparison.OrdinalIgnoreCase) ? root[..^"/api/v3".Length] : root) + "/");
    }
}
