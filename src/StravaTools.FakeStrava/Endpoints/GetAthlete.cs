using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/athlete: the athlete of the token, in detail; today only with the scope profile:read_all, else in summary.
/// </summary>
internal static class GetAthlete
{
    public static Response Handle(ApiRequest request)
    {
        if (request.World.IsDocumented || request.Grant.Scopes.SeesProfile)
        {
            var detail = AthleteJson.Detail(request.Athlete, request.World.Options.Clubs, request.Json);
            return Response.Ok(detail, StravaJson.Default.JsonObject);
        }

        return Response.Ok(AthleteJson.Summary(request.Athlete), StravaJson.Default.JsonObject);
    }
}
