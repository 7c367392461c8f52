using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>A request that ended, for logs.</summary>
/// <param name="Method">GET, POST or PUT.</param>
/// <param name="Uri">Scheme, host and path; never the query, which may hold a signature.</param>
/// <param name="StatusCode">The answer's status; null if there was none.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CompletedRequest(string Method, string Uri, HttpStatusCode? StatusCode, TimeSpan Elapsed)
{
    /// <summary>One line.</summary>
    public override string ToString() =>
        string.Create(null,
            $"{Method} {Uri}: {(StatusCode is { } status ? ((int)status).ToString(null, null) : "no answer")} after {Elapsed.TotalMilliseconds:F0} ms");
}
