using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StravaTools.Client.Tests.Support;

/// <summary>
/// A server that handles many connections at once. Each test determines the response, byte by byte. A connection stays open until the
/// answer closes it.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _requests = [];
    private readonly Func<RawRequest, Task> _answer;
    private readonly Task _serving;

    /// <param name="answer">Answers a request.</param>
    public RawServer(Func<RawRequest, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The complete requests in the order of arrival: headers and body, as Latin-1.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>A complete answer after which the connection stays open.</summary>
    public static string Json(int status, string body) =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                for (var number = 1; await ReadAsync(stream) is { } text; number++)
                {
                    lock (_requests)
                    {
                        _requests.Add(text);
                    }

                    var request = new RawRequest(text, number, socket, stream, _stop.Token);
                    await _answer(request);
                    if (request.IsClosed)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The test ended, or the client disconnected.
            }
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, _stop.Token)) > 0)
        {
            bytes.Write(buffer, 0, read);
            var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            if (IsComplete(text))
            {
                return text;
            }
        }

        return null;
    }

    private static bool IsComplete(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = request[..end].Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return request.Length >= end + 4 + (length is null ? 0 : int.Parse(length["Content-Length:".Length..], null));
    }
}
