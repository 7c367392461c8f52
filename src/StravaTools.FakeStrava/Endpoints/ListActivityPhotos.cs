using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/photos?size= : undocumented, but many clients read it. The fake stores photos in one size, whose address
/// has the requested size as its name.
/// </summary>
internal static class ListActivityPhotos
{
    private const long DefaultSize = 0;

    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        var photos = request.World.Photos().Where(photo => photo.ActivityId == activity.Id);
        return Response.Ok(
            new JsonArray([.. photos.Select(photo => (JsonNode)DescribePhoto(photo, activity, request))]), StravaJson.Default.JsonArray);
    }

    private static JsonObject DescribePhoto(FakePhoto photo, DetailedActivity activity, ApiRequest request)
    {
        var size = (request.Parameters.ReadNumber("size") ?? DefaultSize).ToString(CultureInfo.InvariantCulture);
        var time = photo.UploadedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["unique_id"] = photo.UniqueId,
            ["athlete_id"] = activity.Athlete.Id,
            ["activity_id"] = activity.Id,
            ["activity_name"] = activity.Name,
            ["resource_state"] = 2,
            ["caption"] = "",
            ["type"] = 1,
            ["source"] = 1,
            ["uploaded_at"] = time,
            ["created_at"] = time,
            ["urls"] = new JsonObject { [size] = new Uri(request.World.BaseUri, $"photos/{photo.UniqueId}").AbsoluteUri },
            ["default_photo"] = true,
        };
    }
}
