using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>Options of a <see cref="DecathlonClient"/>.</summary>
public sealed class DecathlonClientOptions
{
    /// <summary>Decathlon's own server.</summary>
    public static readonly Uri DefaultBaseUri = new("https://api.decathlon.net/");

    /// <summary>The root of the server; https, or http on this machine.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The application's key, sent as x-api-key. It is a secret.</summary>
    public required string? ApiKey { get; init; }

    /// <summary>The clock that measures durations.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Called after each request, on any thread. It receives no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }
}
