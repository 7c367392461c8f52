using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// DELETE /api/v3/activities/{id}: "DELETE used for removing resources" (strava-v3-api.md, "Request methods"). Strava removed it in 2017
/// (field-notes.md, 3.3), so only the documented profile has this route.
/// </summary>
internal static class DeleteActivity
{
    public static Response Handle(ApiRequest request)
    {
        if (!request.World.IsDocumented)
        {
            return Response.NoRoute();
        }

        if (ActivityAccess.FindOwn(request) is { } activity && request.World.DeleteActivity(activity.Id))
        {
            return Response.WithoutBody(StatusCodes.Status204NoContent);
        }

        return Response.NotFound("Activity");
    }
}
