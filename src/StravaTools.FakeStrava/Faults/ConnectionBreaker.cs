using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Faults;

/// <summary>Ends a connection around Kestrel, which would end the response properly.</summary>
internal static class ConnectionBreaker
{
    /// <summary>Sends bytes exactly as they are, and ends the connection.</summary>
    public static async Task BreakConnectionAsync(HttpContext http, BrokenResponse response, TimeProvider realClock)
    {
        await SendAsync(http, response, realClock);
        if (response.End == FakeConnectionFault.Silence)
        {
            await WaitForEndAsync(http.RequestAborted);
        }
        else
        {
            EndConnection(http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket, response.End);
        }

        http.Abort();
    }

    /// <summary>Ends a connection before its first request.</summary>
    public static async Task BreakConnectionAsync(ConnectionContext connection, FakeConnectionFault end)
    {
        var socket = connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (end == FakeConnectionFault.Garbage)
        {
            await socket.SendAsync(BrokenResponse.Garbage, connection.ConnectionClosed);
        }

        if (end == FakeConnectionFault.Silence)
        {
            await WaitForEndAsync(connection.ConnectionClosed);
        }
        else
        {
            // Without an abort, which would reset the connection: the client may not have received everything.
            EndConnection(socket, end);
        }
    }

    private static async Task SendAsync(HttpContext http, BrokenResponse response, TimeProvider realClock)
    {
        var size = response.PieceBytes > 0 ? response.PieceBytes : Math.Max(1, response.Bytes.Length);
        for (var start = 0; start < response.Bytes.Length; start += size)
        {
            if (start > 0 && response.PieceDelay > TimeSpan.Zero)
            {
                await Task.Delay(response.PieceDelay, realClock, http.RequestAborted);
            }

            await SendPieceAsync(http, response.Bytes[start..Math.Min(start + size, response.Bytes.Length)]);
        }
    }

    private static async Task SendPieceAsync(HttpContext http, ReadOnlyMemory<byte> piece)
    {
        if (http.Request.IsHttps)
        {
            // Below the encryption, the bytes would not be TLS. The flush means that they were sent (DirectOutput).
            await http.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output.WriteAsync(piece, http.RequestAborted);
            return;
        }

        // Not through Kestrel, whose flush does not mean that the bytes were sent.
        var socket = http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        for (var sent = 0; sent < piece.Length;)
        {
            sent += await socket.SendAsync(piece[sent..], http.RequestAborted);
        }
    }

    private static void EndConnection(Socket socket, FakeConnectionFault end)
    {
        if (end == FakeConnectionFault.Reset)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }
        else
        {
            socket.Shutdown(SocketShutdown.Both);
        }
    }

    /// <summary>Until the client gives up, or the fake stops.</summary>
    private static async Task WaitForEndAsync(CancellationToken end)
    {
        var ended = new TaskCompletionSource();
        await using var registration = end.Register(ended.SetResult);
        await ended.Task;
    }
}
