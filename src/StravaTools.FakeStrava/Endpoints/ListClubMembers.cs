using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/clubs/{id}/members and /admins (swagger): refused to all but approved applications since 1 Sep 2026 (seen 10 Sep 2026;
/// field-notes.md, 7.2).
/// </summary>
internal static class ListClubMembers
{
    public static Response Handle(ApiRequest request)
    {
        FakeHint.AddHint(request.Http, "Strava has refused this operation since 1 September 2026.");
        return Response.ApprovedOnly();
    }
}
