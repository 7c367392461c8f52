using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/segments/{id} (strava-v3-api.md, "Summary of Resources"): "available to all applications".</summary>
internal static class GetSegment
{
    public static Response Handle(ApiRequest request)
    {
        if (request.World.Options.FindSegment(request.Id) is not { } segment)
        {
            return Response.NotFound("Segment");
        }

        var efforts = request.World.SegmentEfforts(segment.Id, request.AthleteId);
        var summary = EffortViews.DescribeSegment(segment, request) with { ResourceState = 3 };
        var json = request.Json.ToNode(summary).AsObject();
        AddDetail(json, segment);
        var picture = PictureOf(segment, request);
        json["elevation_profile"] = picture;
        json["elevation_profiles"] = new JsonObject { ["light_url"] = picture, ["dark_url"] = picture };
        json["effort_count"] = efforts.Count;
        json["athlete_count"] = efforts.Select(effort => effort.Athlete.Id).Distinct().Count();
        json["star_count"] = segment.StarredBy.Count;
        json["athlete_segment_stats"] = EffortViews.DescribeStats([.. efforts.Where(effort => effort.Athlete.Id == request.AthleteId)]);
        return Response.Ok(json, StravaJson.Default.JsonObject);
    }

    /// <summary>The address of the elevation profile, which the fake does not draw.</summary>
    public static string PictureOf(FakeSegment segment, ApiRequest request) =>
        new Uri(request.World.BaseUri, FormattableString.Invariant($"segments/{segment.Id}/elevation.png")).AbsoluteUri;

    private static void AddDetail(JsonObject json, FakeSegment segment)
    {
        json["created_at"] = "2013-01-01T00:00:00Z";
        json["updated_at"] = "2013-01-01T00:00:00Z";
        json["total_elevation_gain"] = WireJson.WithFraction(Math.Max(0, segment.ElevationHigh - segment.ElevationLow));
        json["map"] = new JsonObject
        {
            ["id"] = FormattableString.Invariant($"s{segment.Id}"),
            ["polyline"] = segment.Polyline,
            ["resource_state"] = 3,
        };
    }
}
