using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// Tries the stubs of wiremock.org's dialect first, then those of WireMock.Net. When none matches, the engine answers as if there
/// were no stubs.
/// </summary>
internal static class StubsFirst
{
    /// <summary>The body of WireMock.Net's 404.</summary>
    private static ReadOnlySpan<byte> NoMatch => """{"Status":"No matching mapping found"}"""u8;

    /// <param name="tryStub">Answers with a stub of wiremock.org's dialect.</param>
    /// <param name="hasStubs">True if WireMock.Net has stubs.</param>
    /// <param name="stubs">WireMock.Net.</param>
    /// <param name="engine">The fake itself.</param>
    public static RequestDelegate Combine(
        Func<HttpContext, RequestDelegate, Task<bool>> tryStub, Func<bool> hasStubs, RequestDelegate stubs, RequestDelegate engine) =>
        async http =>
    {
        // A stub for all requests must not make the administration unreachable.
        if (http.Request.Path.StartsWithSegments("/__admin", StringComparison.Ordinal))
        {
            await engine(http);
        }
        else if (!await tryStub(http, engine))
        {
            await (hasStubs() ? AskWireMockAsync(http, stubs, engine) : engine(http));
        }
    };

    private static async Task AskWireMockAsync(HttpContext http, RequestDelegate stubs, RequestDelegate engine)
    {
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
    }

    private static void RecordAnswer(HttpContext http, ReadOnlyMemory<byte> answer)
    {
        if (JournalEntry.FindEntry(http) is { } entry)
        {
            entry.AnsweredBy = AnsweredBy.Stub;
            entry.SetResponseBody(answer.ToArray());
        }
    }
}
