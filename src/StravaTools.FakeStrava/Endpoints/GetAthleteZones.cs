using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/athlete/zones (swagger, Zones): heart rate, and power for subscribers.</summary>
internal static class GetAthleteZones
{
    public static Response Handle(ApiRequest request)
    {
        var json = new JsonObject
        {
            ["heart_rate"] = new JsonObject
            {
                ["custom_zones"] = request.Athlete.HasCustomZones,
                ["zones"] = DescribeRanges(request.Athlete.HeartRateZones),
            },
        };
        if (request.Athlete.IsPremium)
        {
            json["power"] = new JsonObject { ["zones"] = DescribeRanges(ActivityZones.PowerBounds) };
        }

        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    private static JsonArray DescribeRanges(IReadOnlyList<int> bounds) =>
        ZoneBuckets.DescribeRanges([0, .. bounds.Select(bound => (JsonNode)bound)]);
}
