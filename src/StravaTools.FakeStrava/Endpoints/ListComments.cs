using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id}/comments (swagger, Comment): the API cannot create comments, so the fake has none.</summary>
internal static class ListComments
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is null)
        {
            return Response.NotFound("Activity");
        }

        return Paging.ValidateParameters(request) ?? Response.Ok([], StravaJson.Default.JsonArray);
    }
}
