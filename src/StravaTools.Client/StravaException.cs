using System.Net;

namespace StravaTools.Client;

/// <summary>Something a request to Strava, or its preparation, ended with. The message says what, why and what next, and never holds a secret.</summary>
public sealed class StravaException : Exception
{
    /// <param name="error">The kind of error.</param>
    /// <param name="arguments">What its text has places for.</param>
    public StravaException(StravaError error, params ReadOnlySpan<object?> arguments)
        : base(error?.Format(arguments)) => Error = error!;

    /// <param name="error">The kind of error.</param>
    /// <param name="innerException">What caused it.</param>
    /// <param name="arguments">What its text has places for.</param>
    public StravaException(StravaError error, Exception? innerException, params ReadOnlySpan<object?> arguments)
        : base(error?.Format(arguments), innerException) => Error = error!;

    /// <summary>The kind of error.</summary>
    public StravaError Error { get; }

    /// <summary>Its stable id.</summary>
    public string Code => Error.Id;

    /// <summary>The status of the answer, where there was one.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The window that is used up, if the error is <see cref="StravaErrors.RateLimited"/>; else null.</summary>
    public RateLimitWindow? RateLimitWindow { get; init; }

    /// <summary>When that window opens again, by the client's clock; null for any other error.</summary>
    public DateTimeOffset? RateLimitResetAt { get; init; }

    /// <summary>What the server said, as text.</summary>
    public string? Details { get; init; }

    /// <summary>Where a file was stored before a later step failed: it need not be sent again.</summary>
    public Uri? StoredUrl { get; init; }

    /// <summary>The answer as it came, for those who know what it may be.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }
}
