using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /photos/{unique_id}: the stored photo, where <c>photos.primary.urls</c> of its activity points. Strava's are on a public host too.
/// </summary>
internal static class GetPhoto
{
    public static Response Handle(HttpContext http, World world)
    {
        if (world.FindPhoto(http.GetRouteValue("key") as string ?? "") is { } photo)
        {
            return new Response(StatusCodes.Status200OK, photo.ContentType, photo.Bytes);
        }

        return Response.NotFound("Photo");
    }
}
