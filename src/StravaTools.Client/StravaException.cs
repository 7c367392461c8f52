using StravaTools.Http.Errors;

namespace StravaTools.Client;

/// <summary>
/// A request to Strava, or its preparation, failed. The message says what happened, why, and what to do; it never contains a secret.
/// </summary>
public sealed class StravaException : ApiException
{
    /// <inheritdoc/>
    public StravaException(ErrorDescriptor error, params ReadOnlySpan<object?> arguments)
        : base(error, arguments)
    {
    }

    /// <inheritdoc/>
    public StravaException(ErrorDescriptor error, Exception? innerException, params ReadOnlySpan<object?> arguments)
        : base(error, innerException, arguments)
    {
    }

    /// <summary>The used-up window of <see cref="StravaErrors.RateLimited"/>; null for any other error.</summary>
    public RateLimitWindow? RateLimitWindow { get; internal init; }
}
