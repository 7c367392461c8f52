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

    /// <summary>As the document's answer to an upload has it: with each slash escaped.</summary>
    public static Response Stored(Uri url) =>
        Response.FromText(StatusCodes.Status200OK, Response.JsonType, $$"""{"url":"{{url.AbsoluteUri.Replace("/", @"\/", StringComparison.Ordinal)}}"}""");

    /// <summary>"status 4xx : Client errors, check response for details."</summary>
    public static Response ErrorResponse(int status, string description) => JsonResponse(status, JsonLd, new JsonObject
    {
        ["@context"] = "/v2/contexts/Error",
        ["@type"] = "hydra:Error",
        ["hydra:title"] = "An error occurred",
        ["hydra:description"] = description,
    });

    /// <summary>What the gateway before the API says.</summary>
    public static Response Refused(int status, string message) => JsonResponse(status, Response.JsonType, new JsonObject { ["message"] = message });

    /// <summary>The error of a token request (RFC 6749, 5.2).</summary>
    public static Response OAuthError(string error, string description) =>
        JsonResponse(StatusCodes.Status400BadRequest, Response.JsonType, new JsonObject { ["error"] = error, ["error_description"] = description });

    public static Response Tokens(IssuedTokens tokens, TimeSpan lifetime) => JsonResponse(StatusCodes.Status200OK, Response.JsonType, new JsonObject
    {
        ["access_token"] = tokens.AccessToken,
        ["token_type"] = "Bearer",
        ["expires_in"] = (int)lifetime.TotalSeconds,
        ["refresh_token"] = tokens.RefreshToken,
        ["scope"] = tokens.Scope,
    });

    public static Response Activity(FakeDecathlonActivity activity) => JsonResponse(StatusCodes.Status200OK, JsonLd, new JsonObject
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
