using StravaTools.FakeStrava.Http;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>GET /sportstrackingdata/v2/activities/{id}: an activity in JSON-LD, with images and thumbnail (field-notes.md, 3.6).</summary>
internal static class GetDecathlonActivity
{
    public static Task<Response> HandleAsync(HttpContext http, DecathlonState state) => Task.FromResult(Handle(http, state));

    private static Response Handle(HttpContext http, DecathlonState state)
    {
        if (state.FindActivity(RouteValues.ReadText(http, "id")) is { } activity)
        {
            return DecathlonJson.DescribeActivity(activity);
        }

        return DecathlonJson.ErrorResponse(StatusCodes.Status404NotFound, "Not Found");
    }
}
