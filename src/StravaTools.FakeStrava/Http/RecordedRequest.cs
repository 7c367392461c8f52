using System.Collections.Immutable;

namespace StravaTools.FakeStrava.Http;

/// <summary>A request that the fake received. Values of headers and parameters are not recorded, because they can contain tokens.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Path">The path without the query.</param>
/// <param name="QueryNames">The names of the query's parameters.</param>
/// <param name="HeaderNames">The names of the headers.</param>
/// <param name="StatusCode">The status of the response.</param>
public sealed record RecordedRequest(
    string Method, string Path, ImmutableArray<string> QueryNames, ImmutableArray<string> HeaderNames, int StatusCode)
{
    /// <summary>True if the request has a header of the name, which is case-insensitive.</summary>
    public bool HasHeader(string name) => HeaderNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
