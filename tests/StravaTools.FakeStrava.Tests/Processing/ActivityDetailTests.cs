using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>strava-activities.md: the representation of one activity.</summary>
public class ActivityDetailTests : FakeStravaTest
{
    [Fact]
    [Clause(
        "AC-024", "AC-025", "AC-038", "AC-042", "AC-043", "AC-060", "AC-062", "AC-064", "AC-065", "AC-066", "AC-067", "AC-103", "AC-106",
        "AC-107",
        "AC-108", "AC-109", "AC-110", "AC-111", "AC-143")]
    public async Task Run_has_every_attribute_of_the_documented_example()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented, IsPartner = true, Segments = [Recordings.Segment] });
        var activity = await RunAsync();
        await PutPhotoAsync(activity);

        var detail = (await GetAsync($"api/v3/activities/{activity}")).Json;

        JsonLike.Assert(Examples.Detail, detail);
        Assert.Equal(("g138727", 0), (detail.GetProperty("gear_id").GetString(), detail.GetProperty("workout_type").GetInt32()));
        Assert.Equal((3, 1), (detail.GetProperty("achievement_count").GetInt32(), detail.GetProperty("pr_count").GetInt32()));
        Assert.Equal((4, 3),
            (detail.GetProperty("splits_metric").GetArrayLength(), detail.GetProperty("splits_standard").GetArrayLength()));
        Assert.Equal(["400m", "1/2 mile", "1k", "1 mile", "2 mile"],
            detail.GetProperty("best_efforts").EnumerateArray().Select(effort => effort.GetProperty("name").GetString()));
        Assert.True(detail.GetProperty("suffer_score").GetInt32() > 0);
        Assert.Matches("^[0-9a-f]{40}$", detail.GetProperty("embed_token").GetString());
    }

    [Fact]
    [Clause("AC-002", "UP-009")]
    public async Task Ready_activity_can_continue_processing_without_its_segments()
    {
        await StartAsync(new FakeStravaOptions { Segments = [Recordings.Segment], ActivityProcessing = ProcessingPolicy.AfterPolls(2) });
        var activity = await RunAsync();

        var states = new List<(long, int)>();
        for (var i = 0; i < 3; i++)
        {
            var reply = await GetAsync($"api/v3/activities/{activity}");
            states.Add((reply.Number("resource_state"), reply.Json.GetProperty("segment_efforts").GetArrayLength()));
        }

        Assert.Equal([(-1, 0), (-1, 0), (3, 1)], states);
    }

    [Theory]
    [Clause("AC-125")]
    [InlineData("", true)]
    [InlineData("&private=0", false)]
    public async Task Privacy_is_the_athletes_setting_unless_it_is_sent(string query, bool expected)
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { ActivitiesArePrivate = true }] });

        var created = await SendAsync(HttpMethod.Post,
            $"api/v3/activities?name=B&type=ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60{query}");

        Assert.Equal(expected, created.Json.GetProperty("private").GetBoolean());
        Assert.True((await ActivityOfAsync(TestFiles.Gpx(), "gpx")).GetProperty("private").GetBoolean());
    }

    [Fact]
    [Clause("AC-039")]
    public async Task Embed_token_opens_the_page_to_embed()
    {
        await StartAsync();
        var activity = await RunAsync();
        var token = Server.Activities[0].EmbedToken;

        Assert.Equal("text/html", (await GetAsync($"activities/{activity}/embed/{token}", "")).Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"activities/{activity}/embed/other", "")).Status);
    }

    [Fact]
    [Clause("AC-050", "AC-053")]
    public async Task Ride_with_power_has_weighted_watts_and_no_splits()
    {
        await StartAsync();

        var ride = await ActivityOfAsync(Recordings.Tcx("Biking"), "tcx");

        // 0 to 360 W, 50 s each: the mean is 180 W, and high values weigh more.
        Assert.Equal(180, ride.GetProperty("average_watts").GetDouble(), 3.0);
        Assert.InRange(ride.GetProperty("weighted_average_watts").GetInt32(), 183, 260);
        Assert.True(ride.GetProperty("device_watts").GetBoolean());
        Assert.Equal(("b105763", 10), (ride.GetProperty("gear_id").GetString(), ride.GetProperty("workout_type").GetInt32()));
        Assert.DoesNotContain(ride.EnumerateObject(), property => property.Name is "splits_metric" or "splits_standard" or "best_efforts");
    }

    [Fact]
    [Clause("AC-052", "AC-059")]
    public async Task Power_and_energy_are_estimated_if_not_measured()
    {
        await StartAsync();
        var ride = await ActivityOfAsync(TestFiles.Gpx(points: 200, type: "cycling"), "gpx");
        var run = await ActivityOfAsync(TestFiles.Gpx(points: 201), "gpx");

        Assert.False(ride.GetProperty("device_watts").GetBoolean());
        Assert.True(ride.GetProperty("kilojoules").GetDouble() > 0);
        Assert.DoesNotContain(ride.EnumerateObject(), property => property.Name is "max_watts" or "weighted_average_watts");
        // 1000 s at 2.22 m/s: (3.5 ml per minute * 16.7 min + 0.2 ml per meter * 2224 m) * 70 kg * 5 kcal per liter = 176 kcal.
        Assert.Equal(176, run.GetProperty("calories").GetDouble(), 2.0);
    }

    [Theory]
    [Clause("AC-068", "AC-069")]
    [InlineData("activity:read", 0, "[47.12,8.54]", "[47.15,8.54]")]
    [InlineData("activity:read", 200, "[47.12,8.54]", "[47.15,8.54]")]
    [InlineData("activity:read", 10_000, "[47.12,8.54]", "[47.15,8.54]")]
    [InlineData("view_private", 0, "[47.12345,8.54321]", "[47.153128,8.54321]")]
    [InlineData("view_private", 10_000, "[47.12345,8.54321]", "[47.153128,8.54321]")]
    [InlineData("activity:read_all", 200, "[47.12345,8.54321]", "[47.153128,8.54321]")]
    public async Task Start_and_end_are_rounded_unless_the_token_has_view_private(string scopes, double radiusOfPrivacyZone, string start,
        string end)
    {
        await StartAsync(
            new FakeStravaOptions { Athletes = [AthleteWithZone(radiusOfPrivacyZone) with { Scopes = $"{scopes},activity:write" }] });
        var activity = await RunAsync();

        foreach (var json in new[] { (await GetAsync($"api/v3/activities/{activity}")).Json,
            (await GetAsync("api/v3/athlete/activities")).Json[0] })
        {
            Assert.Equal((start, end), (json.GetProperty("start_latlng").GetRawText(), json.GetProperty("end_latlng").GetRawText()));
        }
    }

    [Theory]
    [Clause("AC-068")]
    [InlineData(0)]
    [InlineData(10_000)]
    public async Task Documented_profile_shows_others_the_summary_of_a_public_activity_with_rounded_positions(double radiusOfPrivacyZone)
    {
        await StartAsync(TwoAthletes with
        {
            Profile = FakeProfile.Documented,
            Athletes = [AthleteWithZone(radiusOfPrivacyZone), new FakeAthlete { Id = 2, AccessToken = "other-token" }],
        });
        var activity = await RunAsync();

        var summary = (await GetAsync($"api/v3/activities/{activity}", "other-token")).Json;

        Assert.Equal(
            (2, "[47.12,8.54]", "[47.15,8.54]"),
            (Int(summary, "resource_state"), summary.GetProperty("start_latlng").GetRawText(),
                summary.GetProperty("end_latlng").GetRawText()));
    }

    [Fact]
    [Clause("AC-135", "AC-137", "AC-141", "AC-142")]
    public async Task Hidden_efforts_are_returned_on_request_and_personal_records_are_never_hidden()
    {
        await StartAsync(new FakeStravaOptions
        {
            Segments =
            [Recordings.Segment, Recordings.Segment with { Id = 2, Name = "Dull", IsImportant = false }]
        });
        var record = await RunAsync();
        var activity = await RunAsync("2025-05-02T07:00:00Z", 6);

        Assert.Equal(2, (await GetAsync($"api/v3/activities/{record}")).Json.GetProperty("segment_efforts").GetArrayLength());
        var important = (await GetAsync($"api/v3/activities/{activity}")).Json.GetProperty("segment_efforts");
        var all = (await GetAsync($"api/v3/activities/{activity}?include_all_efforts=true")).Json.GetProperty("segment_efforts");

        Assert.Equal(["Dash for the Ferry"], important.EnumerateArray().Select(effort => effort.GetProperty("name").GetString()));
        Assert.Equal([false, true], all.EnumerateArray().Select(effort => effort.GetProperty("hidden").GetBoolean()));
    }

    [Fact]
    [Clause("AC-144", "AC-145", "AC-146", "AC-147", "AC-148", "AC-149", "AC-150", "AC-151", "AC-153")]
    public async Task Achievements_are_ranks_at_the_upload()
    {
        await StartAsync(new FakeStravaOptions { Segments = [Recordings.Segment] });
        var first = await RunAsync("2024-05-01T07:00:00Z", 5);
        var slower = await RunAsync("2025-05-01T07:00:00Z", 6);
        for (var day = 2; day <= 4; day++)
        {
            await RunAsync($"2025-05-0{day}T07:00:00Z", 4);
        }

        var slowest = await RunAsync("2025-05-09T07:00:00Z", 7);

        Assert.Equal(
            """[{"type_id":2,"type":"overall","rank":1},{"type_id":3,"type":"pr","rank":1},{"type_id":5,"type":"year_overall","rank":1}]""",
                await AchievementsAsync(first));
        // The athlete's second best effort so far, and first on the leaderboard of that year. The athlete's own faster effort takes the
        // first rank overall.
        Assert.Equal(
            """[{"type_id":2,"type":"overall","rank":2},{"type_id":3,"type":"pr","rank":2},{"type_id":5,"type":"year_overall","rank":1}]""",
                await AchievementsAsync(slower));
        Assert.DoesNotContain("\"pr\"", await AchievementsAsync(slowest), StringComparison.Ordinal);
        Assert.Contains("[]", (await GetAsync($"api/v3/activities/{slowest}")).Json.GetProperty("best_efforts")[0].GetProperty(
            "achievements").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("AC-194", "AC-196", "AC-198", "AC-200")]
    public async Task Laps_are_those_of_the_device()
    {
        await StartAsync();
        var activity = await RunAsync();

        var laps = (await GetAsync($"api/v3/activities/{activity}/laps")).Json;

        JsonLike.Assert(Examples.Laps, laps);
        Assert.Equal([(1, 0, 109), (2, 110, 220)],
            laps.EnumerateArray().Select(lap => (Int(lap, "lap_index"), Int(lap, "start_index"), Int(lap, "end_index"))));
        Assert.Equal([1650.0, 1665.0], laps.EnumerateArray().Select(lap => lap.GetProperty("distance").GetDouble()));
        Assert.Equal([1, 1], laps.EnumerateArray().Select(lap => Int(lap, "pace_zone")));
        Assert.DoesNotContain("pace_zone", (await GetAsync(
            $"api/v3/activities/{await RunAsync("2025-06-01T07:00:00Z", 5, "Biking")}/laps")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("AC-189", "AC-192")]
    public async Task Zones_are_the_seconds_in_each_zone()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var activity = await RunAsync();

        var zones = (await GetAsync($"api/v3/activities/{activity}/zones?zones=1")).Json;

        JsonLike.Assert(Examples.HeartRateZones, zones[0]);
        JsonLike.Assert(Examples.PowerZones, zones[1]);
        Assert.Equal([(0, 115), (115, 152), (152, 171), (171, 190), (190, -1)], Bounds(zones[0]));
        Assert.Equal((0, 0), Bounds(zones[1]).First());
        Assert.Equal((450, -1), Bounds(zones[1]).Last());
        Assert.All(zones.EnumerateArray(),
            zone => Assert.Equal(1100, zone.GetProperty("distribution_buckets").EnumerateArray().Sum(bucket => Int(bucket, "time"))));

        static IEnumerable<(int, int)> Bounds(JsonElement zone) =>
            zone.GetProperty("distribution_buckets").EnumerateArray().Select(bucket => (Int(bucket, "min"), Int(bucket, "max")));
    }

    [Fact]
    [Clause("AC-191", "AC-192", "AC-193")]
    public async Task Seconds_of_the_documented_example_give_its_score_points_and_buckets()
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var file = Recordings.ZonesTcx(
            [(1735, 114), (5966, 115), (4077, 170), (4238, 171), (36, 190)],
            [(3043, 0), (999, 1), (489, 50), (737, 149), (1299, 150), (1478, 249), (1523, 250), (2154, 349), (2226, 350), (1181, 449),
                (923, 450)]);
        var activity = (await UploadAndPollAsync(file, "tcx")).Number("activity_id");

        var zones = (await GetAsync($"api/v3/activities/{activity}/zones")).Json;

        Assert.Equal(2, zones.GetArrayLength());
        AssertSame(
            """
            {"score":215,"distribution_buckets":[{"min":0,"max":115,"time":1735},{"min":115,"max":152,"time":5966},
            {"min":152,"max":171,"time":4077},
            {"min":171,"max":190,"time":4238},{"min":190,"max":-1,"time":36}],"type":"heartrate","resource_state":3,
            "sensor_based":true,"points":119,
            "custom_zones":false,"max":196}
            """,
            zones[0]);
        AssertSame(
            """
            {"distribution_buckets":[{"min":0,"max":0,"time":3043},{"min":0,"max":50,"time":999},{"min":50,"max":100,"time":489},
            {"min":100,"max":150,"time":737},{"min":150,"max":200,"time":1299},{"min":200,"max":250,"time":1478},
            {"min":250,"max":300,"time":1523},
            {"min":300,"max":350,"time":2154},{"min":350,"max":400,"time":2226},{"min":400,"max":450,"time":1181},
            {"min":450,"max":-1,"time":923}],
            "type":"power","resource_state":3,"sensor_based":true}
            """,
            zones[1]);

        static void AssertSame(string expected, JsonElement actual) =>
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), $"The zones are {actual.GetRawText()}.");
    }

    [Theory]
    [Clause("AC-185")]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Request_to_change_zones_is_refused_and_changes_nothing(string method)
    {
        await StartAsync();
        var path = $"api/v3/activities/{await RunAsync()}/zones";
        var before = (await GetAsync(path)).Body;
        const string Zones = """[{"type":"heartrate","distribution_buckets":[{"min":0,"max":-1,"time":1}],"custom_zones":true}]""";
        using var body = new StringContent(Zones, System.Text.Encoding.UTF8, "application/json");

        var changed = await SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(HttpStatusCode.NotFound, changed.Status);
        Assert.Equal(before, (await GetAsync(path)).Body);
        Assert.Equal(before, (await GetAsync($"{path}?distribution_buckets=0,-1&zones=1&custom_zones=true")).Body);
    }

    [Fact]
    [Clause("AC-186", "AC-187")]
    public async Task Zones_require_the_owner_to_be_premium()
    {
        await StartAsync(TwoAthletes with
        {
            Athletes =
            [new FakeAthlete { IsPremium = false }, new FakeAthlete { Id = 2, AccessToken = "other-token" }]
        });
        var activity = await RunAsync();

        Assert.Equal(HttpStatusCode.PaymentRequired, (await GetAsync($"api/v3/activities/{activity}/zones")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/activities/{activity}/zones", "other-token")).Status);
        Assert.DoesNotContain("suffer_score", (await GetAsync($"api/v3/activities/{activity}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("V3-014")]
    public async Task Streams_are_an_array_or_an_object_by_type_on_both_paths()
    {
        await StartAsync();
        var activity = await RunAsync();

        var array = (await GetAsync($"api/v3/activities/{activity}/streams/time,heartrate?resolution=low&series_type=time")).Json;
        var byType = (await GetAsync(
            $"api/v3/activities/{activity}/streams?keys=latlng,altitude,watts,moving,velocity_smooth,grade_smooth,cadence"
                + "&key_by_type=true")).Json;

        Assert.Equal(["time", "heartrate"], array.EnumerateArray().Select(stream => stream.GetProperty("type").GetString()));
        Assert.All(array.EnumerateArray(),
            stream => JsonLike.Assert("""{"type":"a","data":[1],"series_type":"time","original_size":221,"resolution":"low"}""", stream));
        Assert.Equal((100, 0, 1100), (array[0].GetProperty("data").GetArrayLength(), array[0].GetProperty("data")[0].GetInt32(),
            array[0].GetProperty("data")[99].GetInt32()));
        Assert.Equal(["distance", "latlng", "altitude", "velocity_smooth", "cadence", "watts", "moving", "grade_smooth"],
            byType.EnumerateObject().Select(stream => stream.Name));
        Assert.All(byType.EnumerateObject(), stream => Assert.Equal(221, stream.Value.GetProperty("data").GetArrayLength()));
        Assert.Equal("[47.12345,8.54321]", byType.GetProperty("latlng").GetProperty("data")[0].GetRawText());
        Assert.Equal((3.0, 3.3), (At(byType, "velocity_smooth"), At(byType, "grade_smooth")));

        static double At(JsonElement streams, string type) => streams.GetProperty(type).GetProperty("data")[100].GetDouble();
    }

    [Fact]
    public async Task Unknown_streams_are_refused_and_missing_streams_are_left_out()
    {
        await StartAsync();
        var activity = await RunAsync();
        var manual = await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&type=ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60");

        Assert.DoesNotContain("temp", (await GetAsync($"api/v3/activities/{activity}/streams?keys=temp")).Body, StringComparison.Ordinal);
        AssertFault(await GetAsync($"api/v3/activities/{activity}/streams?keys=beer"), HttpStatusCode.BadRequest, "Bad Request", "Stream",
            "type", "invalid");
        AssertFault(await GetAsync($"api/v3/activities/{activity}/streams?resolution=poor"), HttpStatusCode.BadRequest, "Bad Request",
            "Stream", "resolution", "invalid");
        Assert.Equal("""{"message":"Resource Not Found","errors":[]}""",
            (await GetAsync($"api/v3/activities/{manual.Number("id")}/streams?keys=time")).Body);
    }

    /// <summary>The zone is around the start of the run; without a radius there is no zone.</summary>
    private static FakeAthlete AthleteWithZone(double radius) =>
        new() { PrivacyZones = radius == 0 ? [] : [new FakePrivacyZone(47.12345, 8.54321, radius)] };

    private async Task<long> RunAsync(string start = "2025-05-01T07:00:00Z", int secondsEach = 5, string sport = "Running") =>
        (await UploadAndPollAsync(
        Recordings.Tcx(sport, start, secondsEach: secondsEach), "tcx", [("description", "the best run ever")], "run.tcx")).Number(
            "activity_id");

    private async Task<string> AchievementsAsync(long activity) =>
        (await GetAsync($"api/v3/activities/{activity}")).Json.GetProperty("segment_efforts")[0].GetProperty("achievements").GetRawText();

    private async Task PutPhotoAsync(long activity)
    {
        var upload = Server.Uploads.Single(upload => upload.ActivityId == activity);
        var poll = await GetAsync($"api/v3/uploads/{upload.Id}");
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        await SendAsync(HttpMethod.Put, poll.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!, photo, "");
    }

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
