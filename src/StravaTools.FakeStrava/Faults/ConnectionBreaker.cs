using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Faults;

/// <summary>Ends a connection around Kestrel, which would end the response properly.</summary>
internal static class ConnectionBreaker
{
    /// <summary>Sends bytes exactly as they are, and ends the connection.</summary>
    public static async Task BreakConnectionAsync(HttpContext http, ReadOnlyMemory<byte> bytes, FakeConnectionFault end)
    {
        var socket = http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes[sent..], http.RequestAborted);
        }

        if (end == FakeConnectionFault.Silence)
        {
            await WaitForEndAsync(http);
        }
        else if (end == FakeConnectionFault.Reset)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }
        else
        {
            socket.Shutdown(SocketShutdown.Both);
        }

        http.Abort();
    }

    /// <summary>Until the client gives up, or the fake stops.</summary>
    private static Task WaitForEndAsync(HttpContext http)
    {
        var ended = new TaskCompletionSource();
        http.RequestAborted.Register(ended.SetResult);
        return ended.Task;
    }
}
