using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>POST /oauth/deauthorize: revokes all tokens of the athlete and the application, and returns the one of the request.</summary>
internal static class Deauthorize
{
    public static Response Handle(ApiRequest request)
    {
        request.World.RevokeAccess(request.Grant.AccessToken);
        return Response.Ok(new() { ["access_token"] = request.Grant.AccessToken }, StravaJson.Default.JsonObject);
    }
}
