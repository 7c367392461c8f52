using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>Asks WireMock.Net first if it has stubs. When none matches, the engine answers as if WireMock.Net was not there.</summary>
internal static class StubsFirst
{
    /// <summary>The body of WireMock.Net's 404.</summary>
    private static ReadOnlySpan<byte> NoMatch => """{"Status":"No matching mapping found"}"""u8;

    public static RequestDelegate Combine(Func<bool> hasStubs, RequestDelegate stubs, RequestDelegate engine) => async http =>
    {
        // A stub for all requests must not make the administration unreachable.
        if (!hasStubs() || http.Request.Path.StartsWithSegments("/__admin", StringComparison.Ordinal))
        {
            await engine(http);
            return;
        }

        // Both read the body.
        http.Request.EnableBuffering(int.MaxValue);
        var original = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        await stubs(http);
        http.Response.Body = original;
        var answer = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (http.Response.StatusCode == StatusCodes.Status404NotFound && answer.Span.SequenceEqual(NoMatch))
        {
            http.Response.Clear();
            http.Request.Body.Position = 0;
            await engine(http);
            return;
        }

        RecordAnswer(http, answer);
        http.Response.ContentLength ??= answer.Length;
        await original.WriteAsync(answer, http.RequestAborted);
    };

    private static void RecordAnswer(HttpContext http, ReadOnlyMemory<byte> answer)
    {
        if (JournalEntry.FindEntry(http) is { } entry)
        {
            entry.AnsweredBy = AnsweredBy.Stub;
            entry.SetResponseBody(answer.ToArray());
        }
    }
}
