using System.Collections.Immutable;

namespace StravaTools.FakeStrava.Http;

/// <summary>A request as the fake saw it. Values of headers and parameters are not kept: they may hold tokens.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Path">The path without the query.</param>
/// <param name="QueryNames">The names of the query's parameters.</param>
/// <param name="HeaderNames">The names of the headers.</param>
/// <param name="StatusCode">What the fake answered.</param>
public sealed record RecordedRequest(
    string Method, string Path, ImmutableArray<string> QueryNames, ImmutableArray<string> HeaderNames, int StatusCode)
{
    /// <summary>True if a header of the name came, in any case.</summary>
    public bool HasHeader(string name) => HeaderNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
