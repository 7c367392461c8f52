using StravaTools.FakeStrava.Endpoints;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>GET /sportstrackingdata/v2/activities/{id}: an activity in JSON-LD, with images and thumbnail (field-notes.md, 3.6).</summary>
internal static class GetDecathlonActivity
{
    public static Task<Answer> HandleAsync(HttpContext http, DecathlonState state) => Task.FromResult(
        state.Find(http.GetRouteValue("id") as string ?? "") is { } activity
            ? DecathlonJson.Activity(activity)
            : DecathlonJson.Error(StatusCodes.Status404NotFound, "Not Found"));
}
