using StravaTools.FakeStrava.Endpoints;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>GET /sportstrackingdata/files/{key}: a stored file, byte for byte. "an API to store pictures online": whoever has the URL may look.</summary>
internal static class GetStoredFile
{
    public static Answer Handle(HttpContext http, DecathlonState state) =>
        state.StoredFiles().FirstOrDefault(file => file.Key == http.GetRouteValue("key") as string) is { } file
            ? new Answer(StatusCodes.Status200OK, file.ContentType, file.Bytes)
            : DecathlonJson.Error(StatusCodes.Status404NotFound, "Not Found");
}
