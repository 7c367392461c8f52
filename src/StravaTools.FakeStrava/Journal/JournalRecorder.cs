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
        recording.Entry.PublishAsync = recording.CompleteAsync;
        http.Features.Set(recording.Entry);
        if (request.ContentLength is not (null or 0) || request.Headers.TransferEncoding.Count > 0)
        {
            recording.Body = new RecordingStream(request.Body);
            request.Body = recording.Body;
        }

        http.Response.OnStarting(static state => ((Recording)state).CompleteAsync(), recording);
        try
        {
            await next(http);
        }
        finally
        {
            // A response that never begins, as of a broken connection, is recorded too.
            await recording.CompleteAsync();
        }
    }

    private sealed class Recording(HttpContext http, JournalEntry entry, RequestJournal journal, TimeProvider clock)
    {
        private readonly long _started = clock.GetTimestamp();
        private bool _isComplete;

        public JournalEntry Entry => entry;

        public RecordingStream? Body { get; set; }

        public Task CompleteAsync()
        {
            if (_isComplete)
            {
                return Task.CompletedTask;
            }

            _isComplete = true;
            // The entry is kept, but not the request.
            entry.PublishAsync = static () => Task.CompletedTask;
            entry.Duration = clock.GetElapsedTime(_started);
            entry.Headers = [.. http.Request.Headers];
            entry.StatusCode = http.Response.StatusCode;
            entry.ResponseHeaders = [.. http.Response.Headers];
            if (Body is not null)
            {
                (entry.Body, entry.BodyLength) = (Body.Recorded, Body.LengthSoFar);
            }

            journal.AddEntry(entry);
            return Task.CompletedTask;
        }
    }
}
