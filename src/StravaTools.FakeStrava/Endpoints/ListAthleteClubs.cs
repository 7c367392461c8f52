using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/athlete/clubs (swagger, SummaryClub): the clubs of the athlete.</summary>
internal static class ListAthleteClubs
{
    public static Response Handle(ApiRequest request)
    {
        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var clubs = request.World.Options.Clubs.Where(club => club.Members.Contains(request.AthleteId)).PageOf(request);
        return Response.Ok(new JsonArray([.. clubs.Select(club => (JsonNode)ClubJson.Summary(club))]), StravaJson.Default.JsonArray);
    }
}
