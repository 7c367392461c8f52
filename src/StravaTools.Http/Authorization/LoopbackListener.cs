using System.Net;
using System.Net.Sockets;
using System.Text;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Waits on the loopback interface for the browser to return from a login (RFC 8252, 7.3). Other machines cannot connect to it.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    /// <summary>A browser's request line with a code is a few hundred bytes long.</summary>
    private const int MaxRequestLength = 16 * 1024;

    private const string Page =
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>StravaTools</title>"
        + "<p>You can close this window and return to your session.</p></html>";

    private readonly TcpListener _listener;

    /// <param name="port">The port; 0 for any free port.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.LoopbackUnavailable"/>.</exception>
    public LoopbackListener(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            _listener.Start();
        }
        catch (SocketException e)
        {
            throw new ApiException(ApiErrors.LoopbackUnavailable, e, port, e.Message);
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Waits for a request to a path. Other requests, such as for the favicon, get a 404.</summary>
    /// <returns>The path and query of the request.</returns>
    public async Task<string> WaitAsync(string path, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = AcceptAsync(path, found, done.Token);
        await Task.WhenAny(found.Task, accepting);
        await done.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return await found.Task;
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Handles each connection separately: browsers open some that they never use.</summary>
    private async Task AcceptAsync(string path, TaskCompletionSource<string> found, CancellationToken cancellationToken)
    {
        try
        {
            while (!found.Task.IsCompleted)
            {
                _ = HandleConnectionAsync(await _listener.AcceptTcpClientAsync(cancellationToken), path, found, cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            found.TrySetCanceled(cancellationToken);
        }
    }

    private static async Task HandleConnectionAsync(
        TcpClient connection, string path, TaskCompletionSource<string> found, CancellationToken cancellationToken)
    {
        using (connection)
        {
            try
            {
                var target = await ReadTargetAsync(connection.GetStream(), cancellationToken);
                var isExpected = target is not null && target.Split('?')[0] == path && target.Contains("state=", StringComparison.Ordinal);
                await RespondAsync(connection.GetStream(), isExpected, cancellationToken);
                if (isExpected)
                {
                    found.TrySetResult(target!);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The browser disconnected, or the wait ended.
            }
        }
    }

    private static async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxRequestLength];
        var length = 0;
        int read;
        while (length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                if (Encoding.ASCII.GetString(buffer, 0, length).Split("\r\n")[0].Split(' ') is ["GET", var target, _])
                {
                    return target;
                }

                return null;
            }
        }

        return null;
    }

    private static async Task RespondAsync(NetworkStream stream, bool isExpected, CancellationToken cancellationToken)
    {
        var body = isExpected ? Page : "";
        var status = isExpected ? "200 OK" : "404 Not Found";
        var answer = $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n"
            + $"Connection: close\r\n\r\n{body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken);
    }
}
