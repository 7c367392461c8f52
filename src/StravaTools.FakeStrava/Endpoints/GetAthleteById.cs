using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/athletes/{id}: other athletes in summary; the athlete of the token as GET /api/v3/athlete does.</summary>
internal static class GetAthleteById
{
    public static Response Handle(ApiRequest request)
    {
        if (request.Id == request.AthleteId)
        {
            return GetAthlete.Handle(request);
        }

        if (request.World.Options.FindAthlete(request.Id) is { } other)
        {
            return Response.Ok(AthleteJson.Summary(other), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Athlete");
    }
}
