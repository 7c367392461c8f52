using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id} (strava-activities.md, "Retrieve an activity"): "owned by the authenticated athlete". Other athletes get a
/// summary of public activities, with rounded places, in the documented profile, and nothing in the current one.
/// </summary>
internal static class GetActivity
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is { } own)
        {
            var isProcessing = request.World.IsProcessing(own);
            return ActivityViews.RespondWithDetail(isProcessing ? own with { ResourceState = -1, SegmentEfforts = [] } : own, request);
        }

        if (request.World.IsDocumented && request.Id is { } id && request.World.FindActivity(id) is { Private: false } activity)
        {
            return Response.Ok(ActivityViews.ToSummary(activity, request), request.Json.Summary);
        }

        return Response.NotFound("Activity");
    }
}
