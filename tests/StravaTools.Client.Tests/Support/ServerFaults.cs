using System.Text;

namespace StravaTools.Client.Tests.Support;

/// <summary>What a broken server, proxy, or captive portal can do to a request. None of it is a usable answer.</summary>
internal static class ServerFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(40);
    private static readonly int[] BareStatuses =
    [
        204, 206, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 411, 413, 415, 418, 421, 422, 425,
        429, 451, 500, 501, 502, 503, 504, 520, 599,
    ];

    /// <summary>The faults by name.</summary>
    public static IReadOnlyDictionary<string, Func<RawRequest, Task>> All { get; } = Create();

    /// <summary>The faults with large responses.</summary>
    public static IReadOnlyList<string> Large { get; } =
        ["endless body", "endless chunks", "endless header", "endless 1xx", "40 MB body", "8 MB of errors", "200,000 errors", "8 MB page"];

    private static Dictionary<string, Func<RawRequest, Task>> Create()
    {
        var faults = new Dictionary<string, Func<RawRequest, Task>>(StringComparer.Ordinal);
        AddConnections(faults);
        AddBodies(faults);
        AddHeaders(faults);
        AddJson(faults);
        foreach (var status in BareStatuses)
        {
            faults.Add($"{status}", request => request.EndAsync($"HTTP/1.1 {status} S\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }

        return faults;
    }

    private static void AddConnections(Dictionary<string, Func<RawRequest, Task>> faults)
    {
        faults.Add("hang-up", request => request.EndAsync(""));
        faults.Add("reset", request =>
        {
            request.Reset();
            return Task.CompletedTask;
        });
        faults.Add("silence", request => request.StallAsync());
        faults.Add("half a status line", request => request.EndAsync("HTTP/1.1 20"));
        faults.Add("silence after half a status line", request => ThenStallAsync(request, "HTTP/1.1 20"));
        faults.Add("silence in the headers", request => ThenStallAsync(request, Head));
        faults.Add("half of the headers", request => request.EndAsync(Head));
        faults.Add("dripping headers", async request =>
        {
            await request.WriteAsync(Head + "X: ");
            await request.RepeatAsync("x", Drip);
        });
        faults.Add("100 Continue forever", async request =>
        {
            await request.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await request.StallAsync();
        });
        faults.Add("endless 1xx", request => request.RepeatAsync("HTTP/1.1 102 Processing\r\n\r\n"));
    }

    private static void AddBodies(Dictionary<string, Func<RawRequest, Task>> faults)
    {
        faults.Add("silence before the body", request => ThenStallAsync(request, Head + "Content-Length: 9\r\n\r\n"));
        faults.Add("silence in the body", request => ThenStallAsync(request, Head + "Content-Length: 9\r\n\r\n{\"id\""));
        faults.Add("half of the body", request => request.EndAsync(Head + "Content-Length: 9\r\n\r\n{\"id\""));
        faults.Add("dripping body", async request =>
        {
            await request.WriteAsync(Head + "Content-Length: 900000\r\n\r\n{");
            await request.RepeatAsync(" ", Drip);
        });
        faults.Add("silence in a chunk", request => ThenStallAsync(request, Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"i"));
        faults.Add("truncated chunks", request => request.EndAsync(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n"));
        faults.Add("bad chunk size", request => request.EndAsync(Head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"));
        faults.Add("endless chunks", async request =>
        {
            await request.WriteAsync(Head + "Transfer-Encoding: chunked\r\n\r\n");
            await request.RepeatAsync("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        });
        faults.Add("endless body", async request =>
        {
            await request.WriteAsync(Head + "\r\n");
            await request.RepeatAsync(new string(' ', 0x10000));
        });
        faults.Add("40 MB body", async request =>
        {
            await request.WriteAsync(Head + "Content-Length: 41943040\r\n\r\n");
            await request.RepeatAsync(new string(' ', 0x10000));
        });
        faults.Add("gzip without being asked", request => Page(request, 200, "application/json", "\u001f\u008b\b\0\0\0\0\0"));
    }

    private static void AddHeaders(Dictionary<string, Func<RawRequest, Task>> faults)
    {
        faults.Add("garbage", request => request.EndAsync("\u0001\u0002\u001b[2J garbage\r\n\r\n"));
        faults.Add("another protocol", request => request.EndAsync("SSH-2.0-OpenSSH_9.6\r\n"));
        faults.Add("status of two digits", request => request.EndAsync("HTTP/1.1 20 OK\r\n\r\n{}"));
        faults.Add("negative length", request => request.EndAsync(Head + "Content-Length: -5\r\n\r\n{}"));
        faults.Add("text as length", request => request.EndAsync(Head + "Content-Length: abc\r\n\r\n{}"));
        faults.Add("header without a colon", request => request.EndAsync("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n{}"));
        faults.Add("endless header", async request =>
        {
            await request.WriteAsync(Head + "X: ");
            await request.RepeatAsync(new string('x', 0x4000));
        });
        faults.Add("many headers", request => request.EndAsync(
            Head + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: y\r\n")) + "\r\n{}"));
        faults.Add("unsupported encoding", request => Page(request, 200, "application/json; charset=utf-99", "\uFFFE{"));
    }

    private static void AddJson(Dictionary<string, Func<RawRequest, Task>> faults)
    {
        (string Name, string Body)[] bodies =
        [
            ("empty body", ""), ("null", "null"), ("array", "[]"), ("empty object", "{}"), ("number", "5"), ("text", "\"ok\""),
            ("truncated JSON", "{\"id\":5,"), ("ID null", "{\"id\":null}"), ("ID 0", "{\"id\":0}"), ("negative ID", "{\"id\":-5}"),
            ("fraction as ID", "{\"id\":5.5}"), ("endless ID", "{\"id\":1e400}"), ("object as ID", "{\"id\":{}}"),
            ("deep JSON", new string('[', 5000)), ("captive portal", "<html><script>x()</script>Sign in\u001b[2J</html>"),
        ];
        foreach (var (name, body) in bodies)
        {
            faults.Add(name, request => Page(request, 200, "application/json", body));
        }

        const string Entry = "{\"resource\":\"a\",\"field\":\"b\",\"code\":\"c\"},";
        faults.Add("8 MB of errors", request => LargeAsync(request, 400, "{\"errors\":\"", new string('e', 1 << 10), 8 << 10));
        faults.Add("200,000 errors", request => LargeAsync(
            request, 400, "{\"errors\":[", string.Concat(Enumerable.Repeat(Entry, 20)), 10_000));
        faults.Add("8 MB page", request => LargeAsync(request, 500, "<html>", new string('<', 1 << 10), 8 << 10));
        faults.Add("injected lines", request => Page(request, 400, "application/json",
            "{\"errors\":\"a\\r\\nerror STRV0000: injected\\u001b]0;title\\u0007\\u202E\",\"message\":\"b\\nc\"}"));
    }

    private static async Task LargeAsync(RawRequest request, int status, string beginning, string piece, int count)
    {
        var length = beginning.Length + ((long)piece.Length * count);
        await request.WriteAsync($"HTTP/1.1 {status} S\r\nContent-Length: {length}\r\n\r\n{beginning}");
        for (var i = 0; i < count; i++)
        {
            await request.WriteAsync(piece);
        }
    }

    private static async Task ThenStallAsync(RawRequest request, string beginning)
    {
        await request.WriteAsync(beginning);
        await request.StallAsync();
    }

    private static Task Page(RawRequest request, int status, string type, string body) => request.EndAsync(
        $"HTTP/1.1 {status} S\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
        + $"Connection: close\r\n\r\n{body}");
}
