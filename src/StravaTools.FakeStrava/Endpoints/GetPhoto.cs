using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /photos/{key}: a stored photo. <c>photos.primary.urls</c> of its activity points here. Strava's photos are on a public host too.
/// </summary>
internal static class GetPhoto
{
    public static Response Handle(HttpContext http, World world)
    {
        if (world.FindPhoto(RouteValues.ReadText(http, "key")) is { } photo)
        {
            return new Response(StatusCodes.Status200OK, photo.ContentType, photo.Bytes);
        }

        return Response.NotFound("Photo");
    }
}
