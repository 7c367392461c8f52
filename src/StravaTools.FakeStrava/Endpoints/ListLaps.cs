namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id}/laps (strava-activities.md, "List activity laps").</summary>
internal static class ListLaps
{
    public static Answer Handle(ApiRequest request) => ActivityViews.FindOwn(request) is { } activity
        ? Answer.Json(StatusCodes.Status200OK, activity.Laps, StravaJson.Default.IReadOnlyListActivityLap)
        : Answer.NotFound("Activity");
}
