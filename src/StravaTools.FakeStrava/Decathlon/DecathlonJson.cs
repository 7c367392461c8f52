using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>Decathlon's JSON: JSON-LD with Hydra's errors (field-notes.md, 3.6).</summary>
internal static class DecathlonJson
{
    private const string JsonLd = "application/ld+json; charset=utf-8";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The response to an upload, as in the document: with each slash escaped.</summary>
    public static Response DescribeFile(Uri url)
    {
        var escaped = url.AbsoluteUri.Replace("/", @"\/", StringComparison.Ordinal);
        return Response.FromText(StatusCodes.Status200OK, Response.JsonType, $$"""{"url":"{{escaped}}"}""");
    }

    /// <summary>"status 4xx : Client errors, check response for details."</summary>
    public static Response ErrorResponse(int status, string description) => JsonResponse(status, JsonLd, new JsonObject
    {
        ["@context"] = "/v2/contexts/Error",
        ["@type"] = "hydra:Error",
        ["hydra:title"] = "An error occurred",
        ["hydra:description"] = description,
    });

    /// <summary>An error of the gateway in front of the API.</summary>
    public static Response GatewayError(int status, string message) =>
        JsonResponse(status, Response.JsonType, new JsonObject { ["message"] = message });

    /// <summary>The error of a token request (RFC 6749, 5.2).</summary>
    public static Response OAuthError(string error, string description)
    {
        var json = new JsonObject { ["error"] = error, ["error_description"] = description };
        return JsonResponse(StatusCodes.Status400BadRequest, Response.JsonType, json);
    }

    public static Response DescribeTokens(IssuedTokens tokens, TimeSpan lifetime)
    {
        var json = new JsonObject
        {
            ["access_token"] = tokens.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)lifetime.TotalSeconds,
            ["refresh_token"] = tokens.RefreshToken,
            ["scope"] = tokens.Scope,
        };
        return JsonResponse(StatusCodes.Status200OK, Response.JsonType, json);
    }

    public static Response DescribeActivity(FakeDecathlonActivity activity) => JsonResponse(StatusCodes.Status200OK, JsonLd, new JsonObject
    {
        ["@context"] = "/v2/contexts/Activity",
        ["@id"] = $"/v2/activities/{activity.Id}",
        ["@type"] = "Activity",
        ["id"] = activity.Id,
        ["name"] = activity.Name,
        ["sport"] = string.Create(CultureInfo.InvariantCulture, $"/v2/sports/{activity.Sport}"),
        ["startdate"] = activity.StartDate.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["duration"] = activity.Duration,
        ["manual"] = !activity.HasRoute,
        ["comment"] = null,
        ["images"] = new JsonArray([.. activity.Images.Select(image => JsonValue.Create(image))]),
        ["thumbnail"] = activity.Thumbnail,
        ["trackFlag"] = activity.HasRoute,
    });

    private static Response JsonResponse(int status, string type, JsonObject value) =>
        new(status, type, Encoding.UTF8.GetBytes(value.ToJsonString(Plain)));
}
