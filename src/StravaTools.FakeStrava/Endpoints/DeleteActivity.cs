using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// DELETE /api/v3/activities/{id}: "DELETE used for removing resources" (strava-v3-api.md, "Request methods"). Today only
/// applications that Strava approved can delete activities (field-notes.md, 7.1).
/// </summary>
internal static class DeleteActivity
{
    public static Response Handle(ApiRequest request)
    {
        if (!request.World.IsDocumented)
        {
            return Response.ApprovedOnly();
        }

        if (ActivityAccess.FindOwn(request) is { } activity && request.World.DeleteActivity(activity.Id))
        {
            return Response.WithoutBody(StatusCodes.Status204NoContent);
        }

        return Response.NotFound("Activity");
    }
}
