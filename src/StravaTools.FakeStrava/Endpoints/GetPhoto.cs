using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /photos/{unique_id}: the stored photo, where <c>photos.primary.urls</c> of its activity points. Strava's are on a public host too.
/// </summary>
internal static class GetPhoto
{
    public static Answer Handle(HttpContext http, World world) =>
        world.FindPhoto(http.GetRouteValue("key") as string ?? "") is { } photo
            ? new Answer(StatusCodes.Status200OK, photo.ContentType, photo.Bytes)
            : Answer.NotFound("Photo");
}
