using System.Net;
using Microsoft.AspNetCore.Connections;
using StravaTools.FakeStrava.Faults;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// Binds the ports and reports a failure at once: WireMock.Net only notices that its host did not start in time. The ports can be closed
/// for a time.
/// </summary>
internal sealed class LoopbackListeners(IConnectionListenerFactory sockets, PortSwitch port, Action<Exception> reportFailure)
    : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return new LoopbackListener(await sockets.BindAsync(endpoint, cancellationToken), sockets, port);
        }
        catch (AddressInUseException exception)
        {
            reportFailure(new IOException($"Failed to bind to address http://{endpoint}: address already in use.", exception));
            throw;
        }
        catch (Exception exception)
        {
            reportFailure(exception);
            throw;
        }
    }
}
