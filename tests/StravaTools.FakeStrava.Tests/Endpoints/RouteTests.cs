using System.Net;
using System.Xml.Linq;
using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>Planned routes: the state has them, and the API reads them.</summary>
public class RouteTests : FakeStravaTest
{
    private static readonly FakeRoute Loop = new()
    {
        Id = 3_333_333_333_333_333_333,
        Name = "Round the lake and home",
        Polyline = Polyline.Encode([new(47, 8), new(47.01, 8), new(47.02, 8)]),
        Altitudes = [400, 450.5, 420],
    };

    [Fact]
    public async Task Route_has_the_length_and_the_climb_of_its_points()
    {
        await StartAsync(new FakeStravaOptions { Routes = [Loop] });

        var route = await GetAsync($"api/v3/routes/{Loop.Id}");

        Assert.Equal((Loop.Id, "3333333333333333333", Loop.Name), (route.Number("id"), route.Text("id_str"), route.Text("name")));
        Assert.Equal(2224, route.Json.GetProperty("distance").GetDouble(), tolerance: 1);
        Assert.Equal(50.5, route.Json.GetProperty("elevation_gain").GetDouble());
        Assert.Equal(Loop.Polyline, route.Json.GetProperty("map").GetProperty("polyline").GetString());
    }

    [Fact]
    public async Task Private_routes_require_read_all_and_are_those_of_the_athlete()
    {
        var athlete = new FakeAthlete { Id = 2, AccessToken = "public", Scopes = "read" };
        await StartAsync(TwoAthletes with
        {
            Athletes = [new FakeAthlete(), athlete],
            Routes = [Loop with { AthleteId = 2, IsPrivate = true }, Loop with { Id = 7, AthleteId = 2 }],
        });

        var own = (await GetAsync("api/v3/athletes/2/routes", "public")).Json;

        Assert.Equal(7, Assert.Single(own.EnumerateArray()).GetProperty("id").GetInt64());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/routes/{Loop.Id}", "public")).Status);
        AssertFault(await GetAsync($"api/v3/routes/{Loop.Id}"), HttpStatusCode.NotFound, "Record Not Found", "Route", "id", "invalid");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/routes/7")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("api/v3/athletes/2/routes")).Status);
    }

    [Fact]
    public async Task Route_is_exported_as_a_track_and_as_a_course_without_times()
    {
        await StartAsync(new FakeStravaOptions { Routes = [Loop] });

        var (gpx, tcx) = (await GetAsync($"api/v3/routes/{Loop.Id}/export_gpx"), await GetAsync($"api/v3/routes/{Loop.Id}/export_tcx"));

        Assert.Equal(("application/gpx+xml", "application/vnd.garmin.tcx+xml"),
            (gpx.Headers.ContentType!.MediaType, tcx.Headers.ContentType!.MediaType));
        Assert.Equal(["47 8 400", "47.01 8 450.5", "47.02 8 420"], ElementsOf(gpx, "trkpt").Select(
            point => $"{point.Attribute("lat")!.Value} {point.Attribute("lon")!.Value} {point.Value}"));
        Assert.Equal("Round the lake ", Assert.Single(ElementsOf(tcx, "Name")).Value);
        Assert.Equal(["0", "1112", "2223.9"], ElementsOf(tcx, "DistanceMeters").Select(meters => meters.Value));
        Assert.Empty(ElementsOf(gpx, "time").Concat(ElementsOf(tcx, "Time")));
    }

    [Fact]
    public async Task Streams_of_a_route_are_positions_distances_and_altitudes()
    {
        await StartAsync(new FakeStravaOptions { Routes = [Loop] });

        var streams = (await GetAsync($"api/v3/routes/{Loop.Id}/streams")).Json.EnumerateArray().ToList();

        Assert.Equal(["distance", "latlng", "altitude"], streams.Select(stream => stream.GetProperty("type").GetString()));
        Assert.Equal("[400.0,450.5,420.0]", streams[2].GetProperty("data").GetRawText());
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync($"api/v3/routes/{Loop.Id}/streams?keys=time")).Status);
    }

    private static IEnumerable<XElement> ElementsOf(Reply file, string name) =>
        XDocument.Parse(file.Body).Descendants().Where(element => element.Name.LocalName == name);
}
