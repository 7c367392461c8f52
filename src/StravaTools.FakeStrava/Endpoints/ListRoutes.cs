using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/athletes/{id}/routes (swagger): one's own routes.</summary>
internal static class ListRoutes
{
    public static Response Handle(ApiRequest request)
    {
        if (request.Id != request.AthleteId)
        {
            return Response.OfOtherAthlete();
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var routes = request.World.Options.Routes
            .Where(route => RouteAccess.IsOwn(route, request) && RouteAccess.IsVisible(route, request)).PageOf(request);
        return Response.Ok(new JsonArray([.. routes.Select(route => RouteViews.Summary(route, request))]), StravaJson.Default.JsonArray);
    }
}
