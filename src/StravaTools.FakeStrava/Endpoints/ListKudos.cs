using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/kudos (swagger, SummaryAthlete): first name and initial of the athletes who gave kudos.
/// </summary>
internal static class ListKudos
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var athletes = activity.KudosFrom.Select(id => request.World.Options.FindAthlete(id)).OfType<FakeAthlete>().PageOf(request);
        return Response.Ok(new JsonArray([.. athletes.Select(DescribeAthlete)]), StravaJson.Default.JsonArray);
    }

    /// <summary>First name and initial.</summary>
    public static JsonNode DescribeAthlete(FakeAthlete athlete) => new JsonObject
    {
        ["resource_state"] = 2,
        ["firstname"] = athlete.FirstName,
        ["lastname"] = athlete.LastName.Length == 0 ? "" : $"{athlete.LastName[0]}.",
    };
}
