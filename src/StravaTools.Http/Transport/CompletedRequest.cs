using System.Globalization;
using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>A completed request, for logs.</summary>
/// <param name="Method">GET, POST, or PUT.</param>
/// <param name="Uri">Scheme, host, and path; never the query, which may contain a signature.</param>
/// <param name="StatusCode">The status of the response; null if no response arrived.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CompletedRequest(string Method, string Uri, HttpStatusCode? StatusCode, TimeSpan Elapsed)
{
    /// <summary>
    /// The request and its response, in lines that begin with <c>&gt;</c> and <c>&lt;</c>: addresses, the important headers, and the first
    /// 2,000 characters of the body. Secrets, tokens, and queries are hidden.
    /// </summary>
    public string Details { get; init; } = "";

    /// <summary>One line.</summary>
    public override string ToString()
    {
        var status = StatusCode is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : "no response";
        return string.Create(CultureInfo.InvariantCulture, $"{Method} {Uri}: {status} after {Elapsed.TotalMilliseconds:F0} ms");
    }
}
