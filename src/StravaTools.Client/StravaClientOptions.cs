using StravaTools.Client.Http;

namespace StravaTools.Client;

/// <summary>What a <see cref="StravaClient"/> can be told.</summary>
public sealed class StravaClientOptions
{
    /// <summary>The root of the server; https, or http on this machine. Default: Strava's.</summary>
    public Uri BaseUri { get; init; } = new("https://www.strava.com/");

    /// <summary>The clock that all waiting goes by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Called after each request, from whatever thread it ended on. It is told no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }
}
