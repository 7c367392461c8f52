using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StravaTools.Tests;

/// <summary>
/// A server, or a proxy, that returns the secrets of each request in several encodings. Secrets begin with CANARY. The first part of the
/// path, or of the host name for a proxy, selects the form of the response.
/// </summary>
internal sealed partial class EchoServer : IAsyncDisposable
{
    /// <summary>The application with this ID is given tokens that have expired, so that they are renewed.</summary>
    public const string LoginClientId = "13";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly Task _serving;

    public EchoServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The forms of responses.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["entries", "accepted"];

    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The complete requests.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>The secrets of a request: as sent, decoded, and decoded from Base64.</summary>
    private static string[] FindSecrets(string request)
    {
        var basic = BasicCredentials().Match(request);
        var decoded = basic.Success ? Encoding.UTF8.GetString(Convert.FromBase64String(basic.Groups["value"].Value)) : "";
        var body = WebUtility.UrlDecode(request[request.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        string[] secrets =
        [
            .. Secret().Matches($"{request} {body} {decoded}").Select(match => match.Value),
            basic.Groups["value"].Value,
        ];
        return [.. secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string Respond(string request)
    {
        var secrets = FindSecrets(request);
        var plain = string.Join(' ', secrets);
        var form = Forms.FirstOrDefault(name => request.Split("\r\n")[0].Contains($"{name}", StringComparison.Ordinal));
        if (request.Contains("grant_type=authorization_code", StringComparison.Ordinal)
            && request.Contains($"client_id={LoginClientId}", StringComparison.Ordinal))
        {
            return Page(200, "application/json",
                """{"access_token":"CANARY-access","refresh_token":"CANARY-refresh","expires_at":1,"expires_in":0}""");
        }

        return form switch
        {
            "entries" => Page(401, "application/json", JsonSerializer.Serialize(new
            {
                message = plain,
                errors = new[] { new { resource = Uri.EscapeDataString(plain), field = plain, code = WebUtility.UrlEncode(plain) } },
            })),
            "accepted" => Page(200, "application/json", JsonSerializer.Serialize(new
            {
                id = 5,
                error = plain,
                status = plain,
                external_id = plain,
                name = plain,
            })),
            _ when request.Contains("Proxy-Authorization", StringComparison.Ordinal) => Page(502, "text/plain", plain),
            _ => "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n",
        };
    }

    private static string Page(int status, string type, string body) =>
        $"HTTP/1.1 {status} {(status == 200 ? "OK" : "Refused")}\r\nContent-Type: {type}\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

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
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(Respond(request)), _stop.Token);
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
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, _stop.Token)) > 0)
        {
            bytes.Write(buffer, 0, read);
            var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end > 0 && text.Length >= end + 4 + LengthOf(text[..end]))
            {
                return text;
            }
        }

        return null;
    }

    private static int LengthOf(string head)
    {
        var length = ContentLength().Match(head);
        return length.Success ? int.Parse(length.Groups["value"].Value, null) : 0;
    }

    [GeneratedRegex("CANARY[-A-Za-z0-9+/=%.~]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("Basic (?<value>[A-Za-z0-9+/=]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BasicCredentials();

    [GeneratedRegex(@"(?i)\r\nContent-Length: (?<value>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContentLength();
}
