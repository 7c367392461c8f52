using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Conformance.Support;
using StravaTools.FakeStrava.Options;

namespace Conformance.Activities;

/// <summary>strava-activities.md, the representations.</summary>
public sealed class RepresentationTests
{
    [Fact]
    [Clause(
        "AC-001", "AC-004", "AC-005", "AC-006", "AC-007", "AC-008", "AC-015", "AC-016", "AC-017", "AC-018", "AC-026", "AC-027", "AC-028",
        "AC-031", "AC-033", "AC-034", "AC-035", "AC-036", "AC-037", "AC-040", "AC-061")]
    public async Task The_attributes_of_the_detail_have_their_types()
    {
        await using var fake = await Fake.StartAsync();
        var activity = await fake.ActivityOfAsync(Files.Gpx(), "gpx", ("external_id", "98765"), ("description", "the best run ever"));

        JsonShape.Assert(
            activity.Json, "id: integer", "external_id: string", "upload_id: integer", "athlete: object", "name: string",
            "description: string",
            "type: string", "start_date: time", "start_date_local: time", "timezone: string", "kudos_count: integer",
            "comment_count: integer",
            "athlete_count: integer", "photos: object", "trainer: boolean", "commute: boolean", "manual: boolean", "private: boolean",
            "device_name: string", "flagged: boolean", "has_kudoed: boolean");
        var upload = Assert.Single(fake.Server.Uploads);
        Assert.Equal(
            (upload.ActivityId, upload.Id, "98765.gpx"),
            (activity.Number("id"), activity.Number("upload_id"), activity.Text("external_id")));
        Assert.Equal(
            ("the best run ever", "Run", "Test"), (activity.Text("description"), activity.Text("type"), activity.Text("device_name")));
        Assert.InRange(activity.Number("athlete_count"), 1, int.MaxValue);
        JsonShape.Assert(activity.Json.GetProperty("athlete"), "id: integer", "resource_state: integer");
    }

    [Fact]
    [Clause("AC-021", "AC-022", "AC-023", "AC-099", "AC-100", "AC-101", "AC-102")]
    public async Task Deprecated_locations_are_omitted()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var activity = await fake.ActivityOfAsync(Files.Gpx(), "gpx");

        Assert.Empty(activity.Names.Intersect(["location_city", "location_state", "location_country"]));
    }

    [Fact]
    [Clause("AC-029", "AC-030", "AC-104")]
    public async Task Photo_of_Strava_counts_in_the_total_and_is_the_primary_one()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented, IsPartner = true });
        var poll = await fake.PollAsync(await fake.UploadAsync(Files.Gpx(), "a.gpx", ("data_type", "gpx")));
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        await fake.SendAsync(
            HttpMethod.Put, poll.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!, photo, withToken: false);

        var activity = await fake.GetAsync($"api/v3/activities/{poll.Number("activity_id")}");

        Assert.Equal((0, 1), (activity.Number("photo_count"), activity.Number("total_photo_count")));
        var photos = activity.Json.GetProperty("photos");
        JsonShape.Assert(photos, "count: integer", "primary: object");
        JsonShape.Assert(photos.GetProperty("primary"), "id: null", "source: integer", "unique_id: string", "urls: object");
        JsonShape.Assert(photos.GetProperty("primary").GetProperty("urls"), "100: string", "600: string");
    }

    [Fact]
    [Clause("AC-105")]
    public async Task Map_has_the_documented_form()
    {
        await using var fake = await Fake.StartAsync();

        var map = (await fake.ActivityOfAsync(Files.Gpx(), "gpx")).Json.GetProperty("map");

        JsonShape.Assert(map, "id: string", "polyline: string", "summary_polyline: string", "resource_state: integer");
        Assert.Matches("^a[0-9]+$", map.GetProperty("id").GetString());
        Assert.Equal(3, map.GetProperty("resource_state").GetInt32());
    }

    [Fact]
    [Clause("AC-046", "AC-047")]
    public async Task Cadence_and_temperature_are_returned_if_they_were_in_the_upload()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var with = await fake.ActivityOfAsync(Files.Gpx(content: _ => "<extensions><cad>88</cad><atemp>21.5</atemp></extensions>"), "gpx");
        var without = await fake.ActivityOfAsync(Files.Gpx(points: 21), "gpx");

        Assert.Equal((88, 21.5), (with.Float("average_cadence"), with.Float("average_temp")));
        Assert.Empty(without.Names.Intersect(["average_cadence", "average_temp"]));
    }

    [Fact]
    [Clause("AC-048", "AC-049", "AC-051")]
    public async Task Power_is_returned_for_rides_only()
    {
        await using var fake = await Fake.StartAsync();
        var file = Files.Gpx(points: 21, content: _ => "<extensions><power>200</power></extensions>");
        var ride = await fake.ActivityOfAsync(file, "gpx", ("sport_type", "Ride"));
        fake.Server.DeleteActivity(ride.Number("id"));
        var run = await fake.ActivityOfAsync(file, "gpx", ("sport_type", "Run"));

        Assert.Equal((200, 200, 20), (ride.Float("average_watts"), ride.Number("max_watts"), ride.Float("kilojoules")));
        Assert.Empty(run.Names.Intersect(["average_watts", "max_watts", "kilojoules"]));
    }

    [Fact]
    [Clause("AC-054", "AC-055", "AC-056")]
    public async Task Average_heart_rate_covers_the_moving_part_if_heart_rate_was_recorded()
    {
        // A minute of moving at 150 bpm, and a minute of resting at 90 bpm.
        static int Step(int point) => Math.Min(point, 12);
        static string Beats(int point) => $"<extensions><hr>{(point <= 12 ? 150 : 90)}</hr></extensions>";
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var with = await fake.ActivityOfAsync(Files.Gpx(points: 25, content: Beats, step: Step), "gpx");
        var without = await fake.ActivityOfAsync(Files.Gpx(), "gpx");

        Assert.Equal((true, false), (with.Flag("has_heartrate"), without.Flag("has_heartrate")));
        Assert.Equal((150, 150), (with.Float("average_heartrate"), with.Number("max_heartrate")));
        Assert.Empty(without.Names.Intersect(["average_heartrate", "max_heartrate"]));
    }

    [Fact]
    [Clause("AC-070", "AC-071", "AC-072", "AC-073", "AC-074", "AC-075", "AC-076", "AC-077", "AC-078", "AC-079", "AC-080", "AC-081")]
    public async Task The_summary_is_the_detail_without_eleven_attributes()
    {
        string[] left =
        [
            "calories", "description", "gear", "segment_efforts", "splits_metric", "splits_standard", "laps", "best_efforts", "device_name",
                "embed_token",
            "photos",
        ];
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var detail = await fake.ActivityOfAsync(Files.Gpx(), "gpx", ("description", "the best run ever"));

        var summary = (await fake.GetAsync("api/v3/athlete/activities")).Json[0].EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value);

        Assert.Empty(summary.Keys.Intersect(left));
        Assert.Equal(detail.Names.Except(left).Order(), summary.Keys.Order());
        Assert.All(
            summary.Where(one => one.Key is not ("resource_state" or "map")), one =>
            Assert.True(JsonElement.DeepEquals(detail.Json.GetProperty(one.Key), one.Value)));
    }

    [Theory]
    [Clause("AC-094")]
    [MemberData(nameof(Types))]
    public async Task Every_type_is_accepted(string type)
    {
        await using var fake = await Fake.StartAsync();

        var activity =
            await fake.CreateAsync(("name", "A"), ("type", type), ("start_date_local", "2013-10-23T10:02:13Z"), ("elapsed_time", "60"));

        Assert.Equal((HttpStatusCode.Created, type), (activity.Status, activity.Text("type")));
    }

    [Theory]
    [Clause("AC-098")]
    [InlineData("CrossCountrySkiing", HttpStatusCode.BadRequest)]
    [InlineData("NordicSki", HttpStatusCode.Created)]
    public async Task CrossCountrySkiing_is_replaced_by_NordicSki(string type, HttpStatusCode status)
    {
        await using var fake = await Fake.StartAsync();

        Assert.Equal(
            status,
            (await fake.CreateAsync(
            ("name", "A"), ("type", type), ("start_date_local", "2013-10-23T10:02:13Z"), ("elapsed_time", "60"))).Status);
    }

    public static TheoryData<string> Types() => [.. Enumeration.Of("AC-094")];
}
