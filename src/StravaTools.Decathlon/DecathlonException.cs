using StravaTools.Http.Errors;

namespace StravaTools.Decathlon;

/// <summary>
/// A request to Decathlon, or its preparation, failed. The message says what happened, why, and what to do; it never contains a secret.
/// </summary>
public sealed class DecathlonException : ApiException
{
    /// <inheritdoc/>
    public DecathlonException(ErrorDescriptor error, params ReadOnlySpan<object?> arguments)
        : base(error, arguments)
    {
    }

    /// <inheritdoc/>
    public DecathlonException(ErrorDescriptor error, Exception? innerException, params ReadOnlySpan<object?> arguments)
        : base(error, innerException, arguments)
    {
    }

    /// <summary>
    /// Where the file was stored before a later step failed: it does not need to be sent again. Null if nothing was stored.
    /// </summary>
    public Uri? StoredUrl { get; internal init; }
}
