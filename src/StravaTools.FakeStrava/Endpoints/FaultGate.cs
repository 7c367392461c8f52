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
    public RequestDelegate GuardEndpoint(RequestDelegate endpoint) => http =>
    {
        var operation = OperationName.FindOperation(http);
        if (JournalEntry.FindEntry(http) is not { } entry)
        {
            return endpoint(http);
        }

        (entry.Operation, entry.AnsweredBy) = (operation?.Name, operation?.Part ?? AnsweredBy.None);
        var fault = faults.TakeFault(operation?.Name, http.Request.Method, http.Request.Path.Value ?? "");
        return fault is null ? endpoint(http) : FailAsync(http, endpoint, fault, entry);
    };

    private async Task FailAsync(HttpContext http, RequestDelegate endpoint, FakeFault fault, JournalEntry entry)
    {
        entry.AddNote(string.Create(CultureInfo.InvariantCulture, $"Fault {fault.Id} applied."));
        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, realClock, http.RequestAborted);
        }

        if (fault.Connection is { } end)
        {
            entry.AnsweredBy = AnsweredBy.Fault;
            var isRun = fault.TakesEffect || fault.AfterBytes > 0;
            var response = isRun ? await CaptureAsync(http, endpoint) : default;
            await entry.PublishAsync();
            await ConnectionBreaker.BreakConnectionAsync(http, response[..Math.Min(fault.AfterBytes, response.Length)], end);
            return;
        }

        if (fault.Status is not { } status)
        {
            await endpoint(http);
            return;
        }

        if (fault.TakesEffect)
        {
            await RunUnseenAsync(http, endpoint);
        }

        entry.AnsweredBy = AnsweredBy.Fault;
        foreach (var (name, value) in fault.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await CreateResponse(status, fault, http).WriteAsync(http);
    }

    /// <summary>The request takes effect, and the bytes of its response are returned, headers included.</summary>
    private static async Task<ReadOnlyMemory<byte>> CaptureAsync(HttpContext http, RequestDelegate endpoint)
    {
        var original = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        await endpoint(http);
        http.Response.Body = original;
        var head = new StringBuilder($"HTTP/1.1 {http.Response.StatusCode} {ReasonPhrases.GetReasonPhrase(http.Response.StatusCode)}\r\n");
        foreach (var (name, values) in http.Response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {values}\r\n");
        }

        return (byte[])[.. Encoding.ASCII.GetBytes($"{head}\r\n"), .. body.ToArray()];
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
