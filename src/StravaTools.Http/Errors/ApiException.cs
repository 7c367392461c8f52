using System.Net;

namespace StravaTools.Http.Errors;

/// <summary>
/// A request to a web service, or its preparation, failed. The message says what happened, why, and what to do; it never contains a secret.
/// Each service has an exception of its own that derives from this one. Errors that occur before a service is involved (files, pictures,
/// logins, the token store) are exceptions of this type.
/// </summary>
public class ApiException : Exception
{
    /// <param name="error">The error.</param>
    /// <param name="arguments">The values for its text.</param>
    public ApiException(ErrorDescriptor error, params ReadOnlySpan<object?> arguments)
        : this(error, innerException: null, arguments)
    {
    }

    /// <param name="error">The error.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="arguments">The values for its text.</param>
    public ApiException(ErrorDescriptor error, Exception? innerException, params ReadOnlySpan<object?> arguments)
        : base(error?.Format(arguments), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        Summary = error.FormatText(arguments);
    }

    /// <summary>The error.</summary>
    public ErrorDescriptor Error { get; }

    /// <summary>What happened, and why: the message without the remedy.</summary>
    public string Summary { get; }

    /// <summary>The error's stable ID.</summary>
    public string Code => Error.Id;

    /// <summary>The status of the response; null if no response arrived.</summary>
    public HttpStatusCode? StatusCode { get; internal set; }

    /// <summary>
    /// When the used-up rate limit resets, by the client's clock; null for any other error, and if the service does not report it.
    /// </summary>
    public DateTimeOffset? RateLimitResetAt { get; internal set; }

    /// <summary>The server's explanation, as plain text.</summary>
    public string? Details { get; internal set; }

    /// <summary>The body of the response.</summary>
    internal ReadOnlyMemory<byte> Body { get; set; }
}
