namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// DELETE /api/v3/activities/{id}: "DELETE used for removing resources" (strava-v3-api.md, "Request methods"). Strava took it away in 2017
/// (field-notes.md, 3.3), so it is a route of the documented profile only.
/// </summary>
internal static class DeleteActivity
{
    public static Answer Handle(ApiRequest request) => !request.World.IsDocumented ? Answer.NoRoute()
        : ActivityViews.FindOwn(request) is { } activity && request.World.DeleteActivity(activity.Id) ? Answer.Empty(StatusCodes.Status204NoContent)
        : Answer.NotFound("Activity");
}
