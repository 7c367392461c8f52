using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Admin;

/// <summary>
/// JSON of the administration: camelCase, times in ISO 8601, and errors in WireMock's form. Unknown members are errors, because a
/// misspelled member would otherwise be ignored.
/// </summary>
internal static class AdminJson
{
    /// <summary>WireMock's code for JSON that cannot be read.</summary>
    private const int InvalidJson = 10;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            TextConverters.Duration,
            TextConverters.TimeZone,
            TextConverters.Processing,
        },
    };

    public static Response RespondOk<T>(T value) => Respond(StatusCodes.Status200OK, value);

    public static Response Created<T>(T value, string location) =>
        Respond(StatusCodes.Status201Created, value) with { Location = location };

    public static Response Respond<T>(int status, T value) =>
        new(status, Response.JsonType, JsonSerializer.SerializeToUtf8Bytes(value, Options));

    public static Response NoContent() => Response.WithoutBody(StatusCodes.Status204NoContent);

    public static Response NotFound(string what) => RespondError(StatusCodes.Status404NotFound, $"{what} does not exist.");

    public static Response Conflict(string message) => RespondError(StatusCodes.Status409Conflict, message);

    /// <summary>The response to a request of a web page of another host.</summary>
    public static Response RefuseForeign() => RespondError(
        StatusCodes.Status403Forbidden, "The administration accepts only requests to localhost that no page of another host sends.");

    /// <summary>The response to JSON that is well-formed, but has an invalid value.</summary>
    public static Response Invalid(string message, string pointer = "") => RespondError(
        StatusCodes.Status422UnprocessableEntity, "Error parsing JSON", pointer, message);

    /// <summary>Reads the body, or rejects it. A missing body is an empty object.</summary>
    public static async Task<(T? Value, Response? Error)> ReadAsync<T>(HttpContext http)
        where T : class
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return ParseJson<T>(buffer.Length == 0 ? "{}"u8.ToArray() : buffer.ToArray());
    }

    public static (T? Value, Response? Error) ParseJson<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(json, Options) is { } value)
            {
                return (value, null);
            }

            return (null, Invalid("The body must not be null."));
        }
        catch (JsonException exception)
        {
            var problem = JsonProblem.FromException(exception, typeof(T));
            return (null, Invalid(problem.Text, problem.Pointer));
        }
    }

    private static Response RespondError(int status, string title, string? pointer = null, string? detail = null) => Respond(status, new
    {
        Errors = new[] { new { Code = InvalidJson, Source = DescribePlace(pointer), Title = title, Detail = detail } },
    });

    private static object? DescribePlace(string? pointer)
    {
        if (pointer is null)
        {
            return null;
        }

        return new { Pointer = pointer };
    }
}
