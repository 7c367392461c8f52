using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/clubs/{id} (strava-v3-api.md, "Summary of Resources"): the detailed representation.</summary>
internal static class GetClub
{
    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.Clubs.FirstOrDefault(club => club.Id == request.Id) is not { } club)
        {
            return Response.NotFound("Club");
        }

        var isMember = club.Members.Contains(request.Athlete.Id);
        var json = Summary(club);
        json["resource_state"] = 3;
        json["membership"] = isMember ? "member" : null;
        json["admin"] = false;
        json["owner"] = false;
        json["description"] = club.Description;
        json["club_type"] = "other";
        json["post_count"] = 0;
        json["owner_id"] = club.Members.Count > 0 ? club.Members[0] : null;
        json["following_count"] = 0;
        return Response.FromJson(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    public static JsonObject Summary(FakeClub club) => new()
    {
        ["id"] = club.Id,
        ["resource_state"] = 2,
        ["name"] = club.Name,
        ["profile_medium"] = "avatar/club/medium.png",
        ["profile"] = "avatar/club/large.png",
        ["cover_photo"] = null,
        ["cover_photo_small"] = null,
        ["sport_type"] = club.SportType,
        ["activity_types"] = new JsonArray(),
        ["city"] = club.City,
        ["state"] = "",
        ["country"] = club.Country,
        ["private"] = club.IsPrivate,
        ["member_count"] = club.Members.Count,
        ["featured"] = false,
        ["verified"] = false,
        ["url"] = FormattableString.Invariant($"club-{club.Id}"),
    };
}
