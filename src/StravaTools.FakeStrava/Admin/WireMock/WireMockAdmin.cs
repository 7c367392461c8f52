using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Admin.WireMock;

/// <summary>What the administration in WireMock's dialect shares: bodies, errors, and responses as WireMock 3.13.2 sends them.</summary>
internal static class WireMockAdmin
{
    private const string JsonType = "application/json";
    private const int InvalidJson = 10;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Response RespondJson(JsonNode json, int status = StatusCodes.Status200OK) =>
        new(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(json, Options));

    public static Response RespondEmptyObject() => RespondJson(new JsonObject());

    public static Response RespondNothing() => Response.WithoutBody(StatusCodes.Status200OK);

    public static Response RespondNotFound() => Response.WithoutBody(StatusCodes.Status404NotFound);

    public static Response RespondError(int status, int code, string title) => RespondJson(
        new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = title }) }, status);

    public static Response RespondUnprocessable(StubFormatException exception) => RespondUnprocessable(
        new JsonObject { ["pointer"] = exception.Place }, exception.Message);

    /// <summary>Reads the body and handles it; a body that is invalid is refused with a JSON pointer.</summary>
    public static async Task<Response> HandleBodyAsync(HttpContext http, Func<JsonElement, Response> handle)
    {
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return handle(JsonElement.Parse(body.Length == 0 ? "{}"u8.ToArray() : body.ToArray()));
        }
        catch (StubFormatException exception)
        {
            return RespondUnprocessable(exception);
        }
        catch (JsonException exception)
        {
            return RespondUnprocessable([], exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            // A member has another type, such as a text for a status.
            return RespondUnprocessable([], exception.Message);
        }
    }

    /// <summary>Null and an error for a text that is not a UUID.</summary>
    public static (Guid? Id, Response? Error) ReadId(HttpContext http)
    {
        var text = RouteValues.ReadText(http, "id");
        if (Guid.TryParse(text, out var id))
        {
            return (id, null);
        }

        return (null, RespondError(StatusCodes.Status400BadRequest, InvalidJson, $"{text} is not a valid UUID"));
    }

    private static Response RespondUnprocessable(JsonObject source, string detail) => RespondJson(
        new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject
            {
                ["code"] = InvalidJson,
                ["source"] = source,
                ["title"] = "Error parsing JSON",
                ["detail"] = detail,
            }),
        },
        StatusCodes.Status422UnprocessableEntity);
}
