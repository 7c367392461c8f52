using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athlete, whose token this is, and /api/v3/athletes/{id}: one's own in detail (today with the scope profile:read_all only), others in
/// summary.
/// </summary>
internal static class GetAthlete
{
    public static Response Handle(ApiRequest request) => GetOwnAthlete(request);

    public static Response HandleById(ApiRequest request)
    {
        if (request.Id == request.Athlete.Id)
        {
            return GetOwnAthlete(request);
        }

        if (request.World.Options.Athletes.FirstOrDefault(athlete => athlete.Id == request.Id) is { } other)
        {
            return Response.FromJson(StatusCodes.Status200OK, Summary(other), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Athlete");
    }

    /// <summary>PUT /api/v3/athlete (swagger): the weight alone may be changed. The fake takes it and keeps its own.</summary>
    public static Response Update(ApiRequest request) => GetOwnAthlete(request);

    public static JsonObject Summary(FakeAthlete athlete) => new()
    {
        ["id"] = athlete.Id,
        ["username"] = null,
        ["resource_state"] = 2,
        ["firstname"] = athlete.FirstName,
        ["lastname"] = athlete.LastName,
        ["bio"] = null,
        ["city"] = athlete.City,
        ["state"] = null,
        ["country"] = athlete.Country,
        ["sex"] = athlete.Sex,
        ["premium"] = athlete.IsPremium,
        ["summit"] = athlete.IsPremium,
        ["created_at"] = "2013-01-01T00:00:00Z",
        ["updated_at"] = "2013-01-01T00:00:00Z",
        ["badge_type_id"] = athlete.IsPremium ? 1 : 0,
        ["weight"] = athlete.Weight,
        ["profile_medium"] = "avatar/athlete/medium.png",
        ["profile"] = "avatar/athlete/large.png",
        ["friend"] = null,
        ["follower"] = null,
    };

    private static Response GetOwnAthlete(ApiRequest request)
    {
        var athlete = request.Athlete;
        var json = Summary(athlete);
        if (request.World.IsDocumented || request.Grant.Scopes.SeesProfile)
        {
            AddDetail(json, athlete, request);
        }

        return Response.FromJson(StatusCodes.Status200OK, json, StravaJson.Default.JsonObject);
    }

    private static void AddDetail(JsonObject json, FakeAthlete athlete, ApiRequest request)
    {
        json["resource_state"] = 3;
        json["follower_count"] = 0;
        json["friend_count"] = 0;
        json["mutual_friend_count"] = 0;
        json["athlete_type"] = 0;
        json["date_preference"] = "%m/%d/%Y";
        json["measurement_preference"] = "meters";
        json["clubs"] = new JsonArray(
            [.. request.World.Options.Clubs.Where(club => club.Members.Contains(athlete.Id)).Select(club => (JsonNode)GetClub.Summary(club))]);
        json["ftp"] = null;
        json["bikes"] = GearOfKind(athlete, 'b');
        json["shoes"] = GearOfKind(athlete, 'g');
    }

    private static JsonArray GearOfKind(FakeAthlete athlete, char kind) => new(
        [.. athlete.Gear.Where(gear => gear.Id.StartsWith(kind)).Select(gear => JsonSerializer.SerializeToNode(
            new GearSummary(gear.Id, gear.Primary, gear.Name, gear.Distance), StravaJson.Default.GearSummary))]);
}
