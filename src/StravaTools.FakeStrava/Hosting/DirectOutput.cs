using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// Writes to the socket at once. Kestrel's own output is sent later, so a connection that ends after some encrypted bytes would lose them.
/// </summary>
internal sealed class DirectOutput(IDuplexPipe transport, Socket socket) : IDuplexPipe
{
    public PipeReader Input => transport.Input;

    public PipeWriter Output { get; } = PipeWriter.Create(new NetworkStream(socket, ownsSocket: false));

    public static ConnectionDelegate UseDirectly(ConnectionDelegate next) => async connection =>
    {
        var original = connection.Transport;
        connection.Transport = new DirectOutput(original, connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = original;
        }
    };
}
