using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/clubs/{id} (strava-v3-api.md, "Summary of Resources"): the detailed representation.</summary>
internal static class GetClub
{
    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.FindClub(request.Id) is { } club)
        {
            return Response.Ok(ClubJson.Detail(club, club.Members.Contains(request.AthleteId)), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Club");
    }
}
