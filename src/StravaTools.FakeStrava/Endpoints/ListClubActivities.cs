using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/clubs/{id}/activities (swagger): removed on 1 Sep 2026 (seen 10 Sep 2026; field-notes.md, 7.2).
/// </summary>
internal static class ListClubActivities
{
    public static Response Handle(ApiRequest request)
    {
        FakeHint.AddHint(request.Http, "Strava removed this operation on 1 September 2026.");
        return Response.NoRoute();
    }
}
