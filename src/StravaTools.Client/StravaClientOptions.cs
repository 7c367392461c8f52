using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>Options of a <see cref="StravaClient"/>.</summary>
public sealed class StravaClientOptions
{
    /// <summary>Strava.</summary>
    public static Uri DefaultBaseUri => StravaHosts.DefaultApi;

    /// <summary>
    /// The server; https, or http on this machine. Default: Strava's. https://api-v3.strava.com is the address of the API from 2027; pages
    /// and the login remain at https://www.strava.com.
    /// </summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The timeout of a request during which no byte is sent or received. Default: 30 seconds.</summary>
    public TimeSpan IdleTimeout { get; init; } = ApiHttp.DefaultIdleTimeout;

    /// <summary>The clock that all waits use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// True to wait until a used-up rate limit resets, up to 15 minutes or up to a day, and then retry the request. By default, the request
    /// fails with <see cref="StravaErrors.RateLimited"/> and the reset time, and further requests in that window are not sent.
    /// </summary>
    public bool WaitForRateLimit { get; init; }

    /// <summary>Called before each wait for a rate limit, with the error that would otherwise be thrown.</summary>
    public Action<ApiException>? Waiting { get; init; }

    /// <summary>Called after each request, on any thread. It receives no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }
}
