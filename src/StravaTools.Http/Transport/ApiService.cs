using StravaTools.Http.Errors;

namespace StravaTools.Http.Transport;

/// <summary>The properties of a service.</summary>
/// <param name="Api">The root of its API.</param>
/// <param name="Errors">The errors that its failures are reported as.</param>
internal sealed record ApiService(Uri Api, ServiceErrors Errors)
{
    /// <summary>A header that is sent with each request to this service, and to no other host. It may be a secret.</summary>
    public KeyValuePair<string, string>? Header { get; init; }

    /// <summary>
    /// True if a request that changes something may have taken effect although the server failed, so it must not be retried.
    /// </summary>
    public bool FailureMayHaveTakenEffect { get; init; }

    /// <summary>Does not contain the header.</summary>
    public override string ToString() => Api.ToString();
}
