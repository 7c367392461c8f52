using System.Net.Http.Headers;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>The rate limits of a service that reports them with its responses.</summary>
internal interface IRateLimits
{
    /// <summary>Stores the limits that a response reports.</summary>
    void NoteResponse(HttpResponseHeaders headers);

    /// <summary>Throws if the service would reject the request.</summary>
    /// <param name="read">Whether the request only reads.</param>
    void ThrowIfClosed(bool read);

    /// <summary>Creates the error for a request that was rejected because of a limit.</summary>
    /// <param name="read">Whether the request only read.</param>
    /// <param name="details">The server's explanation.</param>
    /// <param name="answer">The response.</param>
    ApiException CreateError(bool read, string details, ApiResponse answer);
}
