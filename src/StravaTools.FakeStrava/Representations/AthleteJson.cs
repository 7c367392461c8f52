using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>The representations of an athlete (swagger, SummaryAthlete and DetailedAthlete).</summary>
internal static class AthleteJson
{
    public static JsonObject Summary(FakeAthlete athlete) => new()
    {
        ["id"] = athlete.Id,
        ["username"] = "fake_athlete",
        ["resource_state"] = 2,
        ["firstname"] = athlete.FirstName,
        ["lastname"] = athlete.LastName,
        ["bio"] = "",
        ["city"] = athlete.City,
        ["state"] = "",
        ["country"] = athlete.Country,
        ["sex"] = athlete.Sex,
        ["premium"] = athlete.IsPremium,
        ["summit"] = athlete.IsPremium,
        ["created_at"] = "2013-01-01T00:00:00Z",
        ["updated_at"] = "2013-01-01T00:00:00Z",
        ["badge_type_id"] = athlete.IsPremium ? 1 : 0,
        ["weight"] = WireJson.WithFraction(athlete.Weight),
        ["profile_medium"] = "avatar/athlete/medium.png",
        ["profile"] = "avatar/athlete/large.png",
        ["friend"] = null,
        ["follower"] = null,
    };

    /// <param name="athlete">The athlete.</param>
    /// <param name="clubs">All clubs; the representation has those of the athlete.</param>
    /// <param name="wire">How the profile writes JSON.</param>
    public static JsonObject Detail(FakeAthlete athlete, IEnumerable<FakeClub> clubs, WireJson wire)
    {
        var json = Summary(athlete);
        json["resource_state"] = 3;
        json["follower_count"] = 0;
        json["friend_count"] = 0;
        json["mutual_friend_count"] = 0;
        json["athlete_type"] = 0;
        json["date_preference"] = "%m/%d/%Y";
        json["measurement_preference"] = "meters";
        JsonNode[] own = [.. clubs.Where(club => club.Members.Contains(athlete.Id)).Select(ClubJson.WithMembership)];
        json["clubs"] = new JsonArray(own);
        json["blocked"] = false;
        json["can_follow"] = false;
        json["postable_clubs_count"] = own.Length;
        json["ftp"] = null;
        json["bikes"] = ListGear(athlete, FakeGear.BikePrefix, wire);
        json["shoes"] = ListGear(athlete, FakeGear.ShoesPrefix, wire);
        return json;
    }

    private static JsonArray ListGear(FakeAthlete athlete, char prefix, WireJson wire) => new(
        [.. athlete.Gear.Where(gear => gear.Id.StartsWith(prefix))
            .Select(gear => wire.ToNode(GearSummary.FromGear(gear)))]);
}
