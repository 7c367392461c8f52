using System.Text;
using Microsoft.AspNetCore.Http.Features;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Lets the stubs of wiremock.org answer first.</summary>
internal sealed class StubResponder(StubStore store, TimeProvider realClock, int seed)
{
    /// <summary>Neither a status line nor the size of a chunk: 36 bytes, as many as WireMock sends.</summary>
    private const string Garbage = "~~~ not HTTP: a fault of a stub ~~~\n";

    private readonly Random _random = new(seed);

    /// <summary>False if no stub matches: another part of the fake answers.</summary>
    public async Task<bool> TryRespondAsync(HttpContext http)
    {
        if (store.Stubs.Count == 0)
        {
            return false;
        }

        var request = StubRequest.FromCurrent(http.Request);
        if (!store.MayMatch(request, out var readsBody))
        {
            return false;
        }

        if (readsBody)
        {
            request.Body = await ReadBodyAsync(http);
        }

        if (store.TakeStub(request) is not { } stub)
        {
            return false;
        }

        if (JournalEntry.FindEntry(http) is { } entry)
        {
            (entry.AnsweredBy, entry.StubId) = (AnsweredBy.Stub, stub.Id);
        }

        await RespondAsync(http, stub.Response);
        return true;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext http)
    {
        http.Request.EnableBuffering(int.MaxValue);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return body.ToArray();
    }

    private async Task RespondAsync(HttpContext http, StubResponse response)
    {
        var delay = store.GlobalDelay + NextDelay(response);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, realClock, http.RequestAborted);
        }

        if (response.Fault is { } fault)
        {
            await (JournalEntry.FindEntry(http)?.PublishAsync() ?? Task.CompletedTask);
            await BreakConnectionAsync(http, fault);
            return;
        }

        http.Response.StatusCode = response.Status;
        if (response.StatusMessage is not null)
        {
            http.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = response.StatusMessage;
        }

        // The fake frames the body itself.
        const string Framing = "Transfer-Encoding";
        foreach (var (name, values) in response.Headers.Where(header => !header.Key.Equals(Framing, StringComparison.OrdinalIgnoreCase)))
        {
            http.Response.Headers[name] = values;
        }

        JournalEntry.FindEntry(http)?.SetResponseBody(response.Body);
        await WriteBodyAsync(http, response);
    }

    private TimeSpan NextDelay(StubResponse response)
    {
        lock (_random)
        {
            return response.Delay.NextDelay(_random);
        }
    }

    private async Task WriteBodyAsync(HttpContext http, StubResponse response)
    {
        var (chunks, total) = response.Delay.Dribble;
        if (chunks <= 1)
        {
            if (response.Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            {
                http.Response.ContentLength = response.Body.Length;
            }

            if (!HttpMethods.IsHead(http.Request.Method) && !response.Body.IsEmpty)
            {
                await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
            }

            return;
        }

        var size = Math.Max(1, (response.Body.Length + chunks - 1) / chunks);
        for (var start = 0; start < response.Body.Length; start += size)
        {
            await Task.Delay(total / chunks, realClock, http.RequestAborted);
            await http.Response.Body.WriteAsync(response.Body[start..Math.Min(start + size, response.Body.Length)], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    /// <summary>The faults of WireMock 3.13.2.</summary>
    private static Task BreakConnectionAsync(HttpContext http, StubFault fault)
    {
        var bytes = fault switch
        {
            StubFault.MalformedResponseChunk => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Garbage}",
            StubFault.RandomDataThenClose => Garbage,
            _ => "",
        };
        var end = fault == StubFault.ConnectionResetByPeer ? FakeConnectionFault.Reset : FakeConnectionFault.Close;
        return ConnectionBreaker.BreakConnectionAsync(http, Encoding.ASCII.GetBytes(bytes), end);
    }
}
