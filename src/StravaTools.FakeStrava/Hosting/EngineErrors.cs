namespace StravaTools.FakeStrava.Hosting;

/// <summary>
/// Answers failures of the engine as Kestrel does, without a body: WireMock.Net would send a stack trace.
/// </summary>
internal static class EngineErrors
{
    public static RequestDelegate CatchErrors(RequestDelegate engine) => async http =>
    {
        try
        {
            await engine(http);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            RespondEmpty(http, exception.StatusCode);
        }
        catch (Exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            RespondEmpty(http, StatusCodes.Status500InternalServerError);
        }
    };

    private static void RespondEmpty(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0;
        // The rest of the request may be unreadable.
        http.Response.Headers.Connection = "close";
    }
}
