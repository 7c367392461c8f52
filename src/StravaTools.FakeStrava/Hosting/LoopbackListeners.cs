using System.Net;
using Microsoft.AspNetCore.Connections;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>Binds the port and reports a failure at once: WireMock.Net only notices that its host did not start in time.</summary>
internal sealed class LoopbackListeners(IConnectionListenerFactory sockets, TaskCompletionSource<Uri> started) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return await sockets.BindAsync(endpoint, cancellationToken);
        }
        catch (AddressInUseException exception)
        {
            started.TrySetException(new IOException($"Failed to bind to address http://{endpoint}: address already in use.", exception));
            throw;
        }
        catch (Exception exception)
        {
            started.TrySetException(exception);
            throw;
        }
    }
}
