namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id} (strava-activities.md, "Retrieve an activity"): "owned by the authenticated athlete".</summary>
internal static class GetActivity
{
    public static Answer Handle(ApiRequest request) =>
        request.Id is { } id && request.World.FindActivity(id) is { } activity && activity.Athlete.Id == request.Athlete.Id
            ? Answer.Json(StatusCodes.Status200OK, activity, StravaJson.Default.DetailedActivity)
            : Answer.NotFound("Activity");
}
