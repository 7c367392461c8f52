using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client;

/// <summary>What a <see cref="StravaClient"/> can be told.</summary>
public sealed class StravaClientOptions
{
    /// <summary>Strava.</summary>
    public static Uri DefaultBaseUri { get; } = new("https://www.strava.com/");

    /// <summary>The root of the server; https, or http on this machine. Default: Strava's.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The clock that all waiting goes by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// True to wait until the window opens when Strava refuses a request for its rate limit, and then to send it again: up to a quarter of
    /// an hour, or up to a day. By default it is an error (<see cref="StravaErrors.RateLimited"/>) that names the time; further requests of
    /// that window are not sent.
    /// </summary>
    public bool WaitForRateLimit { get; init; }

    /// <summary>Called before a rate limit is waited out, with the error that it would have been.</summary>
    public Action<ApiException>? Waiting { get; init; }

    /// <summary>Called after each request, from whatever thread it ended on. It is told no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }
}
