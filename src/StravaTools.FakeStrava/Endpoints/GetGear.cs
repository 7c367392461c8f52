using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/gear/{id} (swagger, DetailedGear): a bike or shoes of the athlete.</summary>
internal static class GetGear
{
    private const double MetersPerKilometer = 1000;

    public static Response Handle(ApiRequest request)
    {
        var id = RouteValues.ReadText(request.Http, "id");
        if (request.Athlete.Gear.FirstOrDefault(gear => gear.Id == id) is { } gear)
        {
            return Response.Ok(DescribeGear(gear), StravaJson.Default.JsonObject);
        }

        return Response.NotFound("Gear");
    }

    private static JsonObject DescribeGear(FakeGear gear)
    {
        var json = new JsonObject
        {
            ["id"] = gear.Id,
            ["primary"] = gear.Primary,
            ["name"] = gear.Name,
            ["nickname"] = "",
            ["resource_state"] = 3,
            ["retired"] = false,
            // An integer on the wire.
            ["distance"] = (long)Math.Round(gear.Distance),
            ["converted_distance"] = WireJson.WithFraction(Math.Round(gear.Distance / MetersPerKilometer, 1)),
            ["brand_name"] = "",
            ["model_name"] = "",
            ["description"] = "",
        };
        if (gear.Id.StartsWith(FakeGear.BikePrefix))
        {
            json["frame_type"] = 3;
        }

        return json;
    }
}
