using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/routes/{id} (swagger, Route).</summary>
internal static class GetRoute
{
    public static Response Handle(ApiRequest request)
    {
        if (RouteAccess.FindVisible(request) is { } route)
        {
            return Response.Ok(RouteViews.Detail(route, request), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Route");
    }
}
