using System.Net.Sockets;
using System.Text;

namespace StravaTools.Client.Tests.Support;

/// <summary>A request to a <see cref="RawServer"/>, and the means to answer it.</summary>
/// <param name="text">Headers and body.</param>
/// <param name="number">1 for the first request of its connection.</param>
/// <param name="socket">The connection.</param>
/// <param name="stream">Its stream.</param>
/// <param name="stopped">Canceled when the server stops.</param>
internal sealed class RawRequest(string text, int number, Socket socket, NetworkStream stream, CancellationToken stopped)
{
    public string Text => text;

    public int Number => number;

    /// <summary>Method and path.</summary>
    public string Line => text.Split(" HTTP/")[0];

    public string Body => text.Split("\r\n\r\n", 2)[1];

    public bool IsClosed { get; private set; }

    public Task WriteAsync(string answer) => WriteAsync(Encoding.UTF8.GetBytes(answer));

    public async Task WriteAsync(byte[] answer) => await stream.WriteAsync(answer, stopped);

    /// <summary>Writes an answer and closes the connection.</summary>
    public async Task EndAsync(string answer)
    {
        await WriteAsync(answer);
        Close();
    }

    /// <summary>Closes the connection in an orderly way.</summary>
    public void Close()
    {
        IsClosed = true;
        socket.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Does nothing until the server stops.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, stopped);

    /// <summary>Repeats a text until the client disconnects.</summary>
    public async Task RepeatAsync(string piece, TimeSpan pause = default)
    {
        var bytes = Encoding.Latin1.GetBytes(piece);
        while (true)
        {
            await WriteAsync(bytes);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, stopped);
            }
        }
    }
}
