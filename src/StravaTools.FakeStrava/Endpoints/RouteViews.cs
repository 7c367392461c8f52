using System.Text.Json.Nodes;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The representations of a route (recorded 2025-10-18).</summary>
internal static class RouteViews
{
    private const string Created = "2013-01-01T00:00:00Z";
    private const int RideType = 1;
    private const int RunType = 2;

    /// <summary>Roads.</summary>
    private const int RoadSubType = 1;

    /// <summary>The fake estimates the moving time with these speeds, in meters per second.</summary>
    private const double RideSpeed = 6;
    private const double RunSpeed = 3;

    public static JsonObject Summary(FakeRoute route, ApiRequest request)
    {
        var streams = PlannedStreams.OfRoute(route);
        var distance = streams.Distance.LastOrDefault();
        var (type, speed) = route.ActivityType == "Run" ? (RunType, RunSpeed) : (RideType, RideSpeed);
        return new JsonObject
        {
            ["athlete"] = AthleteJson.Summary(RouteAccess.OwnerOf(route, request)),
            ["description"] = route.Description,
            ["distance"] = WireJson.WithFraction(Math.Round(distance, 2)),
            ["elevation_gain"] = WireJson.WithFraction(Math.Round(AddUpClimbs(streams), 2)),
            ["id"] = route.Id,
            ["id_str"] = FormattableString.Invariant($"{route.Id}"),
            ["map"] = new JsonObject
            {
                ["id"] = FormattableString.Invariant($"r{route.Id}"),
                ["summary_polyline"] = route.Polyline,
                ["resource_state"] = 2,
            },
            ["map_urls"] = DescribePictures(route, request),
            ["name"] = route.Name,
            ["private"] = route.IsPrivate,
            ["resource_state"] = 2,
            ["starred"] = route.IsStarred,
            ["sub_type"] = RoadSubType,
            ["created_at"] = Created,
            ["updated_at"] = Created,
            ["timestamp"] = DateTimeOffset.Parse(Created, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(),
            ["type"] = type,
            ["estimated_moving_time"] = (int)Math.Round(distance / speed),
            ["waypoints"] = new JsonArray(),
        };
    }

    /// <summary>The segments on the route are left out: an empty list.</summary>
    public static JsonObject Detail(FakeRoute route, ApiRequest request)
    {
        var json = Summary(route, request);
        json["resource_state"] = 3;
        json["map"]!["resource_state"] = 3;
        json["map"]!["polyline"] = route.Polyline;
        json["segments"] = new JsonArray();
        return json;
    }

    private static double AddUpClimbs(ActivityStreams streams) =>
        streams.Altitude.Zip(streams.Altitude.Skip(1), (from, to) => Math.Max(0d, to - from)).Sum();

    private static JsonObject DescribePictures(FakeRoute route, ApiRequest request)
    {
        var picture = new Uri(request.World.BaseUri, FormattableString.Invariant($"routes/{route.Id}/map.png")).AbsoluteUri;
        return new JsonObject { ["url"] = picture, ["retina_url"] = picture, ["light_url"] = picture, ["dark_url"] = picture };
    }
}
