using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>What is different from one service to the other.</summary>
/// <param name="Api">The root of its API.</param>
/// <param name="Errors">Which errors its failures are.</param>
internal sealed record ApiService(Uri Api, ServiceErrors Errors)
{
    /// <summary>A header that goes with each request to it, and to no other host. It may be a secret.</summary>
    public KeyValuePair<string, string>? Header { get; init; }

    /// <summary>
    /// True if a request that changes something may have taken effect when the server failed, and must not be sent again for it.
    /// </summary>
    public bool FailureMayHaveTakenEffect { get; init; }

    /// <summary>Without the header.</summary>
    public override string ToString() => Api.ToString();
}
