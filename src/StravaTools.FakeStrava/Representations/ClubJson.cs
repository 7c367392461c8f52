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
        ["activity_types_icon"] = "sports_multi_normal",
        ["dimensions"] = new JsonArray("distance", "num_activities", "moving_time"),
        ["localized_sport_type"] = club.SportType,
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
        AddMembership(json, isMember);
        json["description"] = club.Description;
        json["club_type"] = "other";
        json["following_count"] = 0;
        json["website"] = "";
        return json;
    }

    /// <summary>A club of the athlete, as it is in the athlete's detailed representation.</summary>
    public static JsonNode WithMembership(FakeClub club)
    {
        var json = Summary(club);
        AddMembership(json, isMember: true);
        return json;
    }

    private static void AddMembership(JsonObject json, bool isMember)
    {
        json["membership"] = isMember ? "member" : null;
        json["admin"] = false;
        json["owner"] = false;
    }
}
