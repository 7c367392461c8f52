using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.RateLimits;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>Between routing and endpoints: names the operation in the journal, and lets ordered faults answer.</summary>
internal sealed class FaultGate(FaultSet faults, World world, TimeProvider realClock)
{
    private static readonly FakeFault Refusal = new() { Connection = FakeConnectionFault.Reset };

    public RequestDelegate GuardEndpoint(RequestDelegate endpoint) => http =>
    {
        var operation = OperationName.FindOperation(http);
        if (JournalEntry.FindEntry(http) is not { } entry)
        {
            return endpoint(http);
        }

        (entry.Operation, entry.AnsweredBy) = (operation?.Name, operation?.Part ?? AnsweredBy.None);
        return TakeFault(http, operation) is { } fault ? FailAsync(http, endpoint, fault, entry) : endpoint(http);
    };

    private FakeFault? TakeFault(HttpContext http, OperationName? operation)
    {
        if (faults.IsRefusing)
        {
            return Refusal;
        }

        if (faults.IsEmpty)
        {
            return null;
        }

        return faults.TakeFault(operation?.Name, http.Request.Method, http.Request.Path.Value ?? "");
    }

    private async Task FailAsync(HttpContext http, RequestDelegate endpoint, FakeFault fault, JournalEntry entry)
    {
        entry.AddNote(string.Create(CultureInfo.InvariantCulture, $"Fault {fault.Id} applied."));
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, realClock, http.RequestAborted);
        }

        // A fault that only delays leaves the real answer.
        entry.AnsweredBy = fault.Status is null && !fault.EndsConnection ? entry.AnsweredBy : AnsweredBy.Fault;
        RequestDelegate answer = fault.Status is { } status ? _ => RespondAsync(http, endpoint, fault, status) : endpoint;
        if (!fault.EndsConnection)
        {
            await answer(http);
            return;
        }

        var (head, body) = fault.NeedsResponse ? await CaptureAsync(http, answer, fault) : default;
        JournalRecorder.Publish(http);
        await ConnectionBreaker.BreakConnectionAsync(http, BrokenResponse.FromFault(fault, head, body), realClock);
    }

    private async Task RespondAsync(HttpContext http, RequestDelegate endpoint, FakeFault fault, int status)
    {
        if (fault.TakesEffect)
        {
            await RunUnseenAsync(http, endpoint);
        }

        foreach (var (name, value) in fault.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await CreateResponse(status, fault, http).WriteAsync(http);
    }

    /// <summary>The bytes of a response as Kestrel would send them.</summary>
    private async Task<(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)> CaptureAsync(
        HttpContext http, RequestDelegate answer, FakeFault fault)
    {
        var original = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        await answer(http);
        http.Response.Body = original;
        var body = buffer.ToArray();
        var headers = http.Response.Headers;
        headers.Date = realClock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (fault.Connection == FakeConnectionFault.BrokenChunk)
        {
            headers.ContentLength = null;
            headers.TransferEncoding = "chunked";
            var half = body[..((body.Length + 1) / 2)];
            body = [.. Encoding.ASCII.GetBytes($"{half.Length:x}\r\n"), .. half, .. "\r\n"u8];
        }
        else if (fault.Connection is null)
        {
            headers.Connection = "close";
        }

        return (DescribeHead(http.Response), body);
    }

    private static byte[] DescribeHead(HttpResponse response)
    {
        var status = response.StatusCode;
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        // In Kestrel's order.
        foreach (var (name, values) in response.Headers.OrderByDescending(header => header.Key == "Content-Length"))
        {
            foreach (var value in values)
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    /// <summary>The request takes effect, and its response is lost.</summary>
    private static async Task RunUnseenAsync(HttpContext http, RequestDelegate endpoint)
    {
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        await endpoint(http);
        http.Response.Body = body;
        http.Response.Clear();
    }

    private Response CreateResponse(int status, FakeFault fault, HttpContext http)
    {
        if (fault.Body is { } body)
        {
            return new Response(status, fault.ContentType, Encoding.UTF8.GetBytes(body));
        }

        return status switch
        {
            StatusCodes.Status401Unauthorized => ApiPipeline.Unauthorized(),
            StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests => ExceedLimit(status, http),
            StatusCodes.Status404NotFound => Response.ResourceNotFound(),
            >= 500 => Response.FromHtml(status, $"<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>"),
            >= 400 => Response.FromFault(status, "Bad Request"),
            _ => Response.WithoutBody(status),
        };
    }

    /// <summary>The response of a limit that is used up, with headers that say so.</summary>
    private Response ExceedLimit(int status, HttpContext http)
    {
        var limits = world.RateLimiter.Limits;
        var usage = world.RateLimiter.PeekUsage(world.Options.Applications[0].ClientId);
        var isRead = !HttpMethods.IsPost(http.Request.Method);
        var exceeded = usage with
        {
            QuarterHour = Math.Max(usage.QuarterHour, limits.QuarterHour + 1),
            ReadQuarterHour = Math.Max(usage.ReadQuarterHour, (limits.ReadQuarterHour ?? 0) + 1),
        };
        RateHeaders.WriteHeaders(http.Response.Headers, world.Options.Profile, limits, exceeded, isRead);
        return Response.FromFault(status, "Rate Limit Exceeded", new FaultError("Application", "rate limit", "exceeded"));
    }
}
