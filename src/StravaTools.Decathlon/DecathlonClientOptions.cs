using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>What a <see cref="DecathlonClient"/> can be told.</summary>
public sealed class DecathlonClientOptions
{
    /// <summary>Decathlon's own server.</summary>
    public static readonly Uri DefaultBaseUri = new("https://api.decathlon.net/");

    /// <summary>The root of the server; https, or http on this machine.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The application's key, sent as x-api-key. It is a secret.</summary>
    public required string? ApiKey { get; init; }

    /// <summary>The clock that durations are measured with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Called after each request, from whatever thread it ended on. It is told no secret.</summary>
    public Action<CompletedRequest>? RequestCompleted { get; init; }
}
