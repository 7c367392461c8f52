using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The representations of a club (swagger, SummaryClub and DetailedClub).</summary>
internal static class ClubJson
{
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

    /// <param name="club">The club.</param>
    /// <param name="isMember">Whether the athlete who sends the request is a member.</param>
    public static JsonObject Detail(FakeClub club, bool isMember)
    {
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
        return json;
    }
}
