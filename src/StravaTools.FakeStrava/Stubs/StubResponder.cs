using Microsoft.AspNetCore.Http.Features;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Lets the stubs of wiremock.org answer first.</summary>
internal sealed class StubResponder(StubStore store, TimeProvider realClock, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>False if no stub matches: another part of the fake answers.</summary>
    /// <param name="http">The request.</param>
    /// <param name="engine">The fake itself, whose answer a stub can change.</param>
    public async Task<bool> TryRespondAsync(HttpContext http, RequestDelegate engine)
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

        if (stub.Response.Patch is { } patch)
        {
            await PatchAsync(http, engine, stub, patch);
            return true;
        }

        MarkAnswered(http, stub);
        await RespondAsync(http, stub);
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

    private static void MarkAnswered(HttpContext http, StubMapping stub)
    {
        if (JournalEntry.FindEntry(http) is { } entry)
        {
            (entry.AnsweredBy, entry.Stub) = (AnsweredBy.Stub, stub.Json);
        }
    }

    /// <summary>The request takes effect; its answer is changed.</summary>
    private async Task PatchAsync(HttpContext http, RequestDelegate engine, StubMapping stub, StubPatch patch)
    {
        await DelayAsync(http, stub.Response);
        var original = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await engine(http);
        http.Response.Body = original;
        MarkAnswered(http, stub);
        http.Response.StatusCode = patch.Status ?? http.Response.StatusCode;
        foreach (var (name, values) in stub.Response.Headers)
        {
            http.Response.Headers[name] = values;
        }

        var body = patch.ApplyTo(answer.ToArray());
        JournalEntry.FindEntry(http)?.SetResponseBody(body);
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private async Task DelayAsync(HttpContext http, StubResponse response)
    {
        var delay = store.GlobalDelay.GetValueOrDefault() + NextDelay(response);
        if (delay > TimeSpan.Zero)
        {
            JournalEntry.FindEntry(http)?.AddedDelay = delay;
            await Task.Delay(delay, realClock, http.RequestAborted);
        }
    }

    private async Task RespondAsync(HttpContext http, StubMapping stub)
    {
        var response = stub.Response;
        await DelayAsync(http, response);
        if (response.Fault is { } fault)
        {
            JournalRecorder.Publish(http);
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

        http.Response.Headers["Matched-Stub-Id"] = stub.Id.ToString();
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
    private Task BreakConnectionAsync(HttpContext http, StubFault fault)
    {
        byte[] bytes = fault switch
        {
            StubFault.MalformedResponseChunk =>
                [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. BrokenResponse.Garbage.Span],
            StubFault.RandomDataThenClose => BrokenResponse.Garbage.ToArray(),
            _ => [],
        };
        var end = fault == StubFault.ConnectionResetByPeer ? FakeConnectionFault.Reset : FakeConnectionFault.Close;
        return ConnectionBreaker.BreakConnectionAsync(http, new BrokenResponse(bytes, end), realClock);
    }
}
