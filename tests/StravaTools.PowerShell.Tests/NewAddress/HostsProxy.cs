using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace StravaTools.PowerShell.Tests.NewAddress;

/// <summary>
/// A proxy that plays hosts of the Internet: it ends their TLS connections and leads the requests to a server on this machine. It connects
/// to no other host.
/// </summary>
internal sealed class HostsProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _connections = [];
    private readonly IReadOnlyCollection<string> _hosts;
    private readonly X509Certificate2 _certificate;
    private readonly Uri _target;
    private readonly Task _serving;

    /// <param name="hosts">The names of the hosts.</param>
    /// <param name="certificate">Their certificate.</param>
    /// <param name="target">The server that receives the requests, without TLS.</param>
    public HostsProxy(IReadOnlyCollection<string> hosts, X509Certificate2 certificate, Uri target)
    {
        (_hosts, _certificate, _target) = (hosts, certificate, target);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The hosts to which connections were requested, in order.</summary>
    public IReadOnlyCollection<string> Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
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
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var host = await ReadHostAsync(stream);
                _connections.Enqueue(host);
                if (_hosts.Contains(host, StringComparer.Ordinal))
                {
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _stop.Token);
                    await TunnelAsync(stream);
                }
                else
                {
                    await stream.WriteAsync("HTTP/1.1 502 Unknown Host\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The test ended, or the client disconnected.
            }
        }
    }

    /// <summary>Reads "CONNECT host:443 HTTP/1.1". The client sends nothing more before the response.</summary>
    private async Task<string> ReadHostAsync(NetworkStream stream)
    {
        var (buffer, length, head) = (new byte[8192], 0, "");
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
            {
                throw new IOException("The client disconnected.");
            }

            length += read;
            head = Encoding.ASCII.GetString(buffer, 0, length);
        }

        return head.Split(' ', ':')[1];
    }

    private async Task TunnelAsync(NetworkStream stream)
    {
        await using var outside = new SslStream(stream);
        await outside.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        using var server = new TcpClient();
        await server.ConnectAsync(_target.Host, _target.Port, _stop.Token);
        await using var inside = server.GetStream();
        var requests = outside.CopyToAsync(inside, _stop.Token);
        var responses = inside.CopyToAsync(outside, _stop.Token);
        await await Task.WhenAny(requests, responses);
    }
}
