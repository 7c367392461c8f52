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

    /// <summary>The status of a photo that Strava has processed.</summary>
    private const int Processed = 3;

    /// <summary>The fake does not read pictures: their size in pixels is invented.</summary>
    private const int Width = 1536;
    private const int Height = 2048;

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
        var time = FormatTime(photo.UploadedAt.UtcDateTime);
        return new JsonObject
        {
            ["unique_id"] = photo.UniqueId,
            ["athlete_id"] = activity.Athlete.Id,
            ["activity_id"] = activity.Id,
            ["activity_name"] = activity.Name,
            ["post_id"] = null,
            ["resource_state"] = 2,
            ["caption"] = "",
            ["type"] = 1,
            ["source"] = 1,
            ["status"] = Processed,
            ["uploaded_at"] = time,
            ["created_at"] = time,
            ["created_at_local"] = FormatTime(photo.UploadedAt.UtcDateTime.AddSeconds(activity.UtcOffset)),
            ["urls"] = new JsonObject { [size] = new Uri(request.World.BaseUri, $"photos/{photo.UniqueId}").AbsoluteUri },
            ["placeholder_image"] = null,
            ["sizes"] = new JsonObject { [size] = new JsonArray(Width, Height) },
            ["default_photo"] = true,
            ["cursor"] = null,
        };
    }

    private static string FormatTime(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
