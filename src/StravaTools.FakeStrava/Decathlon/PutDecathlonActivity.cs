using System.Text.Json;
using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// PUT /sportstrackingdata/v2/activities/TOKEN (decathlon-photos.md, "Add photo to an activity", "Change the thumbnail"): <c>images</c>
/// replaces the list (field-notes.md, 3.6), and <c>thumbnail</c> the thumbnail; other attributes remain unchanged.
/// </summary>
internal static class PutDecathlonActivity
{
    public static async Task<Response> HandleAsync(HttpContext http, DecathlonState state)
    {
        var id = RouteValues.ReadText(http, "id");
        if (state.FindActivity(id) is null)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status404NotFound, "Not Found");
        }

        if (!http.Request.HasJsonContentType())
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status415UnsupportedMediaType, "The Content-Type must be application/json");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            if (ApplyChanges(state, id, body.RootElement) is { } error)
            {
                return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, error);
            }

            return DecathlonJson.DescribeActivity(state.FindActivity(id)!);
        }
        catch (JsonException)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, "Syntax error");
        }
    }

    private static string? ApplyChanges(DecathlonState state, string id, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "The body is not an object";
        }

        string[]? images = null;
        if (body.TryGetProperty("images", out var list))
        {
            if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(image => ReadUrl(image) is null))
            {
                return "images: must be a list of URLs";
            }

            images = [.. list.EnumerateArray().Select(image => ReadUrl(image)!)];
        }

        var thumbnail = body.TryGetProperty("thumbnail", out var url) ? ReadUrl(url) : null;
        if (url.ValueKind != JsonValueKind.Undefined && thumbnail is null)
        {
            return "thumbnail: must be a URL";
        }

        state.UpdateActivity(
            id, activity => activity with { Images = images ?? activity.Images, Thumbnail = thumbnail ?? activity.Thumbnail });
        return null;
    }

    private static string? ReadUrl(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url)
            && url.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return value.GetString();
        }

        return null;
    }
}
