using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-v3-api.md: statements about all resources, and resources that no other document describes.</summary>
public class OverviewTests : FakeStravaTest
{
    [Fact]
    [Clause("V3-054", "V3-056", "V3-057")]
    public async Task Documented_callback_wraps_the_status_of_a_deleted_activity()
    {
        await StartAsync(new FakeStravaOptions { FirstId = 16486788, IsPartner = false });
        await UploadAndPollAsync(TestFiles.Gpx(), "gpx", [("external_id", "testing.gpx")]);
        Server.DeleteActivity(16486789);

        var reply = await GetAsync($"api/v3/upload/16486788?access_token={Server.AccessToken}&callback=callback_function", "");

        Assert.Equal("text/javascript", reply.Headers.ContentType!.MediaType);
        Assert.Equal(
            """callback_function({"id":16486788,"id_str":"16486788","external_id":"testing.gpx","error":null,"status":"The created """
                + """activity has been deleted.","activity_id":null})""",
            reply.Body);
    }

    [Theory]
    [InlineData("alert(1)//")]
    [InlineData("a%0Ab")]
    [InlineData("")]
    public async Task Invalid_callback_returns_plain_json(string callback)
    {
        await StartAsync();

        Assert.StartsWith("{", (await GetAsync($"api/v3/athlete?callback={callback}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("V3-041")]
    public async Task Documented_profile_deletes_with_DELETE()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var id = (await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Number("activity_id");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, $"api/v3/activities/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/activities/{id}")).Status);
        Assert.Equal("The created activity has been deleted.", (await GetAsync($"api/v3/uploads/{Server.Uploads[0].Id}")).Text("status"));
    }

    [Fact]
    [Clause("V3-012", "V3-015", "V3-016", "V3-017", "V3-018")]
    public async Task Every_documented_resource_is_read_by_GET_and_HEAD()
    {
        await StartAsync(
            TwoAthletes with { Segments = [Recordings.Segment with { Id = 5 }], Clubs = [new FakeClub { Members = [227_615] }] });
        // The length of a photo's address depends on its signature, and therefore on the time.
        Server.Clock.Freeze();
        await UploadAndPollAsync(Recordings.Tcx(), "tcx");
        string[] paths =
        [
            "athlete", "athletes/227615", "athletes/2", "clubs/1", "segments/5", "segments/5/leaderboard", "segments/5/all_efforts",
                "athlete/activities",
            $"activities/{Server.Activities[0].Id}", $"activities/{Server.Activities[0].Id}/streams", $"uploads/{Server.Uploads[0].Id}",
        ];

        foreach (var path in paths)
        {
            var (get, head) = (await GetAsync($"api/v3/{path}"), await SendAsync(HttpMethod.Head, $"api/v3/{path}"));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, 0), (get.Status, head.Status, head.Bytes.Length));
            Assert.Equal(get.Headers.ContentLength, head.Headers.ContentLength);
        }

        foreach (var path in new[] { "athletes/9", "clubs/9", "segments/9", "segments/9/leaderboard", "segments/9/all_efforts",
            "segments/x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/{path}")).Status);
        }
    }

    [Fact]
    [Clause("UP-244")]
    public async Task Documented_profile_returns_the_external_id_of_a_new_upload()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        Assert.Equal("98765.gpx", (await UploadAsync(TestFiles.Gpx(), "gpx", [("external_id", "98765")])).Text("external_id"));
    }

    [Fact]
    [Clause("UP-248")]
    public async Task Documented_profile_describes_a_refused_upload_in_its_status()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var refused = await UploadAsync(TestFiles.Gpx(), "gpx.gz");

        Assert.Equal((HttpStatusCode.BadRequest, "The upload was refused: upload gzip invalid encoding."),
            (refused.Status, refused.Text("status")));
        AssertFault(refused, HttpStatusCode.BadRequest, "Bad Request", "upload", "gzip", "invalid encoding");
        JsonLike.Assert(Examples.Upload, refused.Json);
    }

    [Fact]
    [Clause("V3-059")]
    public async Task Segment_has_its_polyline()
    {
        await StartAsync(new FakeStravaOptions { Segments = [Recordings.Segment] });

        var map = (await GetAsync($"api/v3/segments/{Recordings.Segment.Id}")).Json.GetProperty("map");

        Assert.Equal(Recordings.Segment.Polyline, map.GetProperty("polyline").GetString());
    }

    [Fact]
    public async Task Leaderboard_lists_each_athlete_once_and_all_efforts_lists_every_effort()
    {
        await StartAsync(TwoAthletes with { Segments = [Recordings.Segment with { Id = 5 }] });
        await UploadAsync(Recordings.Tcx(start: "2025-05-01T07:00:00Z", secondsEach: 6), "tcx");
        await UploadAsync(Recordings.Tcx(start: "2025-05-02T07:00:00Z", secondsEach: 5), "tcx");
        await UploadAsync(Recordings.Tcx(start: "2025-05-03T07:00:00Z", secondsEach: 4), "tcx", token: "other-token");

        var board = (await GetAsync("api/v3/segments/5/leaderboard")).Json;
        var efforts = (await GetAsync("api/v3/segments/5/all_efforts?athlete_id=227615")).Json;

        Assert.Equal((3, 2), (board.GetProperty("effort_count").GetInt32(), board.GetProperty("entry_count").GetInt32()));
        Assert.Equal([(1, 2, 280), (2, 227_615, 350)], board.GetProperty("entries").EnumerateArray().Select(entry =>
            (entry.GetProperty("rank").GetInt32(), entry.GetProperty("athlete_id").GetInt32(),
                entry.GetProperty("elapsed_time").GetInt32())));
        Assert.Equal([420, 350], efforts.EnumerateArray().Select(effort => effort.GetProperty("elapsed_time").GetInt32()));
        Assert.Equal(3, (await GetAsync("api/v3/segments/5")).Number("effort_count"));
    }

    [Fact]
    public async Task Private_activities_are_only_on_the_leaderboard_of_their_athlete()
    {
        await StartAsync(new FakeStravaOptions
        {
            Athletes = [new FakeAthlete(), new FakeAthlete { Id = 2, AccessToken = "other-token", ActivitiesArePrivate = true }],
            Segments = [Recordings.Segment with { Id = 5 }],
        });
        await UploadAsync(Recordings.Tcx(), "tcx");
        await UploadAsync(Recordings.Tcx(secondsEach: 4), "tcx", token: "other-token");

        Assert.Equal(1, (await GetAsync("api/v3/segments/5/leaderboard")).Number("entry_count"));
        Assert.Equal(2, (await GetAsync("api/v3/segments/5/leaderboard", "other-token")).Number("entry_count"));
    }

    [Fact]
    public async Task Trailing_slash_and_empty_query_are_ignored()
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete?")).Status);
    }
}
