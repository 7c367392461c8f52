using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// GET /sportstrackingdata/files/{key}: a stored file, byte for byte. "an API to store pictures online": the URL is sufficient to read it.
/// </summary>
internal static class GetStoredFile
{
    public static Response Handle(HttpContext http, DecathlonState state)
    {
        var key = RouteValues.ReadText(http, "key");
        if (state.StoredFiles().FirstOrDefault(file => file.Key == key) is { } file)
        {
            return new Response(StatusCodes.Status200OK, file.ContentType, file.Bytes);
        }

        return DecathlonJson.ErrorResponse(StatusCodes.Status404NotFound, "Not Found");
    }
}
