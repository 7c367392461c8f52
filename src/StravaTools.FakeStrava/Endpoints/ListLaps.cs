using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id}/laps (strava-activities.md, "List activity laps").</summary>
internal static class ListLaps
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is { } activity)
        {
            return Response.Ok(activity.Laps, request.Json.Detail<IReadOnlyList<ActivityLap>>());
        }

        return Response.NotFound("Activity");
    }
}
