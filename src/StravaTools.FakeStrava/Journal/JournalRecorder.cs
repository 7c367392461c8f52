namespace StravaTools.FakeStrava.Journal;

/// <summary>
/// Records each request when its response begins, so that a client that received the response finds the request in the journal. Requests
/// that control the fake are not recorded.
/// </summary>
internal sealed class JournalRecorder(RequestJournal journal, TimeProvider realClock, TimeProvider fakeClock)
{
    private const string AdminPath = "/__admin";

    public RequestDelegate RecordAround(RequestDelegate next) => http =>
    {
        if (http.Request.Path.StartsWithSegments(AdminPath, StringComparison.Ordinal))
        {
            return next(http);
        }

        return RecordAsync(http, next);
    };

    /// <summary>Reads the part of the body that the journal keeps, although the response does not need it.</summary>
    public static async Task ReadBeginningAsync(HttpContext http)
    {
        var buffer = new byte[4096];
        var rest = JournalEntry.MaxBodyLength;
        while (rest > 0 && await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var count and > 0)
        {
            rest -= count;
        }
    }

    /// <summary>Adds a request to the journal now, before its connection ends without a response.</summary>
    public static void Publish(HttpContext http) => http.Features.Get<Recording>()?.Complete();

    private async Task RecordAsync(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        var recording = new Recording(http, new JournalEntry(journal.NextNumber(), realClock.GetUtcNow(), fakeClock.GetUtcNow())
        {
            Method = request.Method,
            Protocol = request.Protocol,
            Scheme = request.Scheme,
            Host = request.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Url = RawUrl.FromRequest(http),
            Query = request.QueryString.Value ?? "",
        }, journal, realClock);
        http.Features.Set(recording);
        if (request.ContentLength is not (null or 0) || request.Headers.TransferEncoding.Count > 0)
        {
            recording.Body = new RecordingStream(request.Body);
            request.Body = recording.Body;
        }

        http.Response.OnStarting(CompleteAsync, recording);
        try
        {
            await next(http);
        }
        finally
        {
            // A response that never begins, as of a broken connection, is recorded too.
            recording.Complete();
        }
    }

    private static Task CompleteAsync(object recording)
    {
        ((Recording)recording).Complete();
        return Task.CompletedTask;
    }
}
