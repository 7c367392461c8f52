namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/athlete: whose token this is.</summary>
internal static class GetAthlete
{
    public static Answer Handle(ApiRequest request) => Answer.Json(
        StatusCodes.Status200OK,
        new AthleteDetail(request.Athlete.Id, 3, request.Athlete.FirstName, request.Athlete.LastName),
        StravaJson.Default.AthleteDetail);
}
