using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>
/// The proxy for all hosts but this machine: a proxy would receive the token of a plain http request, and cannot reach this machine's
/// loopback interface.
/// </summary>
internal sealed class LoopbackBypassingProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination)
    {
        if (IsBypassed(destination))
        {
            return null;
        }

        return proxy.GetProxy(destination);
    }

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
