using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Http;

/// <summary>A complete response, written in one piece and with its length, so that HEAD returns the headers of GET.</summary>
internal sealed partial record Response(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public const string JsonType = "application/json; charset=utf-8";
    private const string HtmlType = "text/html; charset=utf-8";
    private const string ScriptType = "text/javascript; charset=utf-8";

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    public static Response WithoutBody(int status) => new(status, null, default);

    public static Response Ok<T>(T value, JsonTypeInfo<T> type) => FromJson(StatusCodes.Status200OK, value, type);

    public static Response FromJson<T>(int status, T value, JsonTypeInfo<T> type) =>
        new(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Response FromHtml(int status, string page) => FromText(status, HtmlType, page);

    public static Response FromText(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static Response FromFault(int status, string message, params FaultError[] errors) =>
        FromJson(status, new Fault(message, errors), StravaJson.Default.Fault);

    public static Response BadRequest(params FaultError[] errors) => FromFault(StatusCodes.Status400BadRequest, "Bad Request", errors);

    /// <summary>
    /// The record does not exist or is not accessible to the athlete: Strava's answer is the same in both cases.
    /// </summary>
    public static Response NotFound(string resource) =>
        FromFault(StatusCodes.Status404NotFound, "Record Not Found", new FaultError(resource, "id", "invalid"));

    /// <summary>The response to streams without points, and to a path that no route matches, which the documents do not show.</summary>
    public static Response ResourceNotFound() => FromFault(StatusCodes.Status404NotFound, "Resource Not Found");

    /// <summary>Today's response to a path that no route matches (seen 10 Sep 2026).</summary>
    public static Response NoRoute() =>
        FromFault(StatusCodes.Status404NotFound, "Record Not Found", new FaultError("resource", "path", "invalid"));

    /// <summary>The response to what only applications that Strava approved can do: no scope and no new token helps.</summary>
    public static Response ApprovedOnly() => FromFault(
        StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Application", "internal", "invalid"));

    public async Task WriteAsync(HttpContext http)
    {
        // Most requests have no query, and parsing it takes time.
        if (ContentType == JsonType && http.Request.QueryString.HasValue
            && WrapInCallback(http.Request.Query["callback"].ToString()) is { } script)
        {
            await script.WriteAsync(http);
            return;
        }

        http.Response.StatusCode = Status;
        JournalEntry.FindEntry(http)?.SetResponseBody(Body);
        if (Location is not null)
        {
            http.Response.Headers.Location = Location;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method) && !Body.IsEmpty)
        {
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }

    /// <summary>
    /// "JSON-P callbacks" (strava-v3-api.md): a call of the function. Null for a name that is not a JavaScript function: the response would
    /// otherwise contain a script of the caller.
    /// </summary>
    private Response? WrapInCallback(string callback)
    {
        if (!FunctionName().IsMatch(callback))
        {
            return null;
        }

        return this with { ContentType = ScriptType, Body = Encoding.UTF8.GetBytes($"{callback}({Encoding.UTF8.GetString(Body.Span)})") };
    }

    [GeneratedRegex(@"\A[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionName();
}
