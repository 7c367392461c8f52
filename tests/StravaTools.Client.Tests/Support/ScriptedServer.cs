using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StravaTools.Client.Tests.Support;

/// <summary>
/// A server with responses that the fake never sends: partial responses, HTML, or nothing, over a real connection. It sends its responses
/// in order and keeps the raw requests.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>Reads the request and closes the connection.</summary>
    public const string HangUp = "";

    /// <summary>Reads the request and sends nothing until the client gives up.</summary>
    public const string Silence = "(silence)";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<string> _answers;
    private readonly List<string> _requests = [];
    private Task _serving = Task.CompletedTask;

    public ScriptedServer(params string[] answers)
        : this(isDown: false, answers)
    {
    }

    /// <param name="isDown">True to refuse connections until <see cref="Begin"/>.</param>
    /// <param name="answers">The answers.</param>
    public ScriptedServer(bool isDown, params string[] answers)
    {
        _answers = new Queue<string>(answers);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (!isDown)
        {
            Begin();
        }
    }

    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/");

    /// <summary>Headers and body of each request, as Latin-1.</summary>
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

    /// <summary>Puts lines of headers into an answer, as "Name: value".</summary>
    public static string With(string answer, params IEnumerable<string> headers) =>
        answer.Replace("Connection: close\r\n", string.Concat(headers.Select(header => header + "\r\n"))
            + "Connection: close\r\n", StringComparison.Ordinal);

    public static string Json(int status, string body) => Answer(status, "application/json", body);

    public static string Html(int status, string body) => Answer(status, "text/html", body);

    public static string Answer(int status, string type, string body) =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: "
            + $"close\r\n\r\n{body}";

    /// <summary>Starts to accept connections.</summary>
    public void Begin()
    {
        _listener.Listen();
        _serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await using var connection = new NetworkStream(await _listener.AcceptAsync(_stop.Token), ownsSocket: true);
                await AnswerAsync(connection);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The test ended, or the client disconnected.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var request = await ReadRequestAsync(stream);
        lock (_requests)
        {
            _requests.Add(request);
        }

        var answer = _answers.TryDequeue(out var next) ? next : HangUp;
        if (answer == Silence)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer, _stop.Token) is var read and > 0)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && request.Length >= end + 4 + (length is null ? 0 : int.Parse(length["Content-Length:".Length..], null));
    }
}
