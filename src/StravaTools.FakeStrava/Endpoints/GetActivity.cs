using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id} (strava-activities.md, "Retrieve an activity"): "owned by the authenticated athlete". To others the documents' Strava
/// tells the summary of what is public, with rounded places; today's tells nothing.
/// </summary>
internal static class GetActivity
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityViews.FindOwn(request) is { } own)
        {
            return ActivityViews.Detail(request.World.IsProcessing(own) ? own with { ResourceState = -1, SegmentEfforts = [] } : own, request);
        }

        if (request.World.IsDocumented && request.Id is { } id && request.World.FindActivity(id) is { Private: false } activity)
        {
            return Response.FromJson(StatusCodes.Status200OK, ActivityViews.Summary(activity, request).AsObject(), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Activity");
    }
}
