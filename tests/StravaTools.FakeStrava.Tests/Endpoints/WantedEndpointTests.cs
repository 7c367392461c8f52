using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>Endpoints that clients use but the four documents do not describe (from swagger and recordings).</summary>
public class WantedEndpointTests : FakeStravaTest
{
    [Fact]
    public async Task Athlete_zones_begin_at_zero_and_have_no_end()
    {
        await StartAsync();

        var zones = (await GetAsync("api/v3/athlete/zones")).Json.GetProperty("heart_rate").GetProperty("zones");

        Assert.Equal([0, 115, 152, 171, 190], zones.EnumerateArray().Select(zone => zone.GetProperty("min").GetInt32()));
        Assert.Equal([115, 152, 171, 190, -1], zones.EnumerateArray().Select(zone => zone.GetProperty("max").GetInt32()));
    }

    [Fact]
    public async Task Athlete_zones_require_the_scope_of_the_profile()
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = "read,activity:read" }] });

        var refused = await GetAsync("api/v3/athlete/zones");

        AssertFault(refused, HttpStatusCode.Unauthorized, "Authorization Error", "AccessToken", "profile:read_all_permission", "missing");
    }

    [Fact]
    public async Task Stats_are_the_totals_of_the_activities()
    {
        await StartAsync();
        Server.Clock.Freeze(new DateTimeOffset(2025, 5, 20, 0, 0, 0, TimeSpan.Zero));
        await UploadAndPollAsync(Recordings.Tcx(), "tcx");
        await UploadAndPollAsync(Recordings.Tcx("Biking", "2025-02-01T07:00:00Z"), "tcx");
        await UploadAndPollAsync(Recordings.Tcx("Biking", "2024-02-01T07:00:00Z"), "tcx");

        var stats = (await GetAsync("api/v3/athletes/227615/stats")).Json;

        Assert.Equal((1, 0), (Count("recent_run_totals"), Count("recent_ride_totals")));
        Assert.Equal((1, 1), (Count("ytd_run_totals"), Count("ytd_ride_totals")));
        Assert.Equal((1, 2), (Count("all_run_totals"), Count("all_ride_totals")));
        Assert.Equal(3300, stats.GetProperty("biggest_ride_distance").GetDouble(), tolerance: 20);
        Assert.True(stats.GetProperty("recent_run_totals").TryGetProperty("achievement_count", out _));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("api/v3/athletes/2/stats")).Status);

        int Count(string totals) => stats.GetProperty(totals).GetProperty("count").GetInt32();
    }

    [Fact]
    public async Task Gear_has_its_distance_as_an_integer()
    {
        await StartAsync();

        var gear = await GetAsync("api/v3/gear/b105763");

        Assert.Equal(("Cannondale TT", "476613"), (gear.Text("name"), gear.Json.GetProperty("distance").GetRawText()));
        AssertFault(await GetAsync("api/v3/gear/b1"), HttpStatusCode.NotFound, "Record Not Found", "Gear", "id", "invalid");
    }

    [Fact]
    public async Task Clubs_kudos_comments_and_starred_segments_are_lists()
    {
        await StartAsync(TwoAthletes with { Clubs = [new FakeClub { Members = [227_615] }, new FakeClub { Id = 2 }] });
        var activity = await ActivityOfAsync(Recordings.Tcx(), "tcx");
        var id = activity.GetProperty("id").GetInt64();
        Server.UpdateActivity(id, old => old with { KudosFrom = [2] });
        Assert.Equal("[]", (await GetAsync($"api/v3/activities/{id}/comments")).Body);

        var club = Assert.Single((await GetAsync("api/v3/athlete/clubs")).Json.EnumerateArray());
        var kudos = Assert.Single((await GetAsync($"api/v3/activities/{id}/kudos")).Json.EnumerateArray());

        Assert.Equal(("Team Fake", "A."), (club.GetProperty("name").GetString(), kudos.GetProperty("lastname").GetString()));
        Assert.Equal("[]", (await GetAsync("api/v3/segments/starred")).Body);
        Assert.Equal("[]", (await GetAsync($"api/v3/activities/{id}/photos")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/activities/{id}/kudos", "other-token")).Status);
    }

    [Fact]
    public async Task Missing_operation_is_named_in_a_header()
    {
        await StartAsync();

        var reply = await SendAsync(HttpMethod.Put, "api/v3/running_races/Z\u00fcrich");

        AssertFault(reply, HttpStatusCode.NotFound, "Record Not Found", "resource", "path", "invalid");
        Assert.Equal("The fake server does not support PUT /api/v3/running_races/Z%C3%BCrich.", reply.Header("X-Fake-Hint"));
    }

    [Theory]
    [InlineData("members", HttpStatusCode.Unauthorized, "internal")]
    [InlineData("admins", HttpStatusCode.Unauthorized, "internal")]
    [InlineData("activities", HttpStatusCode.NotFound, "path")]
    public async Task Lists_of_clubs_that_Strava_removed_are_refused(string list, HttpStatusCode status, string field)
    {
        await StartAsync(new FakeStravaOptions { Clubs = [new FakeClub()] });

        var reply = await GetAsync($"api/v3/clubs/1/{list}");

        Assert.Equal((status, field), (reply.Status, reply.Json.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.Contains("1 September 2026", reply.Header("X-Fake-Hint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_are_read_in_pages_or_after_a_cursor()
    {
        await StartAsync(TwoAthletes);
        var id = (await UploadAndPollAsync(Recordings.Tcx(), "tcx")).Number("activity_id");
        Server.UpdateActivity(id, old => old with { Comments = [new(2, "First"), new(9, "Of an unknown athlete"), new(227_615, "Third")] });
        var path = $"api/v3/activities/{id}/comments";

        Assert.Equal(["First", "Third"], await TextsAsync(path));
        Assert.Equal(["Third"], await TextsAsync($"{path}?page=2&per_page=1"));
        Assert.Equal(["Third"], await TextsAsync($"{path}?page_size=5&after_cursor=1"));
        Assert.Equal(3, (await GetAsync($"api/v3/activities/{id}")).Number("comment_count"));

        async Task<IEnumerable<string?>> TextsAsync(string address) =>
            (await GetAsync(address)).Json.EnumerateArray().Select(comment => comment.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Weight_is_kept()
    {
        await StartAsync();

        var changed = await SendAsync(
            HttpMethod.Put, "api/v3/athlete", new FormUrlEncodedContent([KeyValuePair.Create("weight", "90.1")]));
        var invalid = await SendAsync(HttpMethod.Put, "api/v3/athlete?weight=heavy");

        Assert.Equal(90.1, changed.Json.GetProperty("weight").GetDouble());
        Assert.Equal(90.1, (await GetAsync("api/v3/athlete")).Json.GetProperty("weight").GetDouble());
        Assert.Equal(HttpStatusCode.BadRequest, invalid.Status);
    }

    [Fact]
    public async Task Deauthorization_reports_the_usage_of_reads()
    {
        await StartAsync();
        await GetAsync("api/v3/athlete");

        var reply = await SendAsync(HttpMethod.Post, "oauth/deauthorize");

        Assert.Equal(("2,2", "1,1"), (reply.Header("X-Ratelimit-Usage"), reply.Header("X-Readratelimit-Usage")));
    }

    [Fact]
    public async Task Unlimited_fake_has_all_four_headers()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Unlimited });

        var reply = await GetAsync("api/v3/athlete");

        Assert.Equal(("1,1", "1,1"), (reply.Header("X-Ratelimit-Usage"), reply.Header("X-Readratelimit-Usage")));
    }
}
