using System.Text;
using System.Text.Json;
using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Processing;

/// <summary>strava-activities.md, "Detailed representation attributes": the activity that a file becomes.</summary>
public class UploadedActivityTests : FakeStravaTest
{
    [Fact]
    [Clause("V3-043")]
    public async Task Activity_has_the_attributes_of_the_documented_example()
    {
        await StartAsync();

        var activity = await ActivityOfAsync(TestFiles.Gpx(), "gpx", ("description", "the best run ever"));

        string[] expected =
        [
            "id", "resource_state", "external_id", "upload_id", "athlete", "name", "description", "distance", "moving_time", "elapsed_time",
            "total_elevation_gain", "elev_high", "elev_low", "type", "start_date", "start_date_local", "timezone", "start_latlng",
                "end_latlng",
            "achievement_count", "pr_count", "kudos_count", "comment_count", "athlete_count", "photo_count", "total_photo_count", "photos",
                "map",
            "trainer", "commute", "manual", "private", "flagged", "workout_type", "average_speed", "max_speed", "calories", "has_kudoed",
            "segment_efforts",
        ];
        Assert.Empty(expected.Except(activity.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(["id", "polyline", "summary_polyline", "resource_state"],
            activity.GetProperty("map").EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"id":227615,"resource_state":1}""", activity.GetProperty("athlete").GetRawText());
    }

    [Fact]
    [Clause(
        "AC-009", "AC-010", "AC-011", "AC-012", "AC-013", "AC-014", "AC-019", "AC-020", "AC-032", "AC-044", "AC-045", "V3-058")]
    public async Task Gpx_has_route_distance_times_climb_and_heart_rate()
    {
        await StartAsync();

        var activity = await ActivityOfAsync(TestFiles.Gpx(), "gpx", ("description", "the best run ever"));

        // 20 steps of 0.0001 degree (11.1195 m) in 5 s each, climbing 1 m each; heart rates 100 (at the start), then 101 to 120.
        Assert.Equal(222.4, activity.GetProperty("distance").GetDouble());
        Assert.Equal((100, 100), (Int(activity, "elapsed_time"), Int(activity, "moving_time")));
        Assert.Equal((20, 420, 400), (Int(activity, "total_elevation_gain"), Int(activity, "elev_high"), Int(activity, "elev_low")));
        Assert.Equal(2.224, activity.GetProperty("average_speed").GetDouble());
        Assert.Equal(2.224, activity.GetProperty("max_speed").GetDouble());
        Assert.True(activity.GetProperty("has_heartrate").GetBoolean());
        Assert.Equal(110.5, activity.GetProperty("average_heartrate").GetDouble());
        Assert.Equal(120, Int(activity, "max_heartrate"));
        Assert.Equal("[47.0,8.0]", activity.GetProperty("start_latlng").GetRawText());
        Assert.Equal("[47.002,8.0]", activity.GetProperty("end_latlng").GetRawText());
        Assert.Equal(21, Polyline.Decode(activity.GetProperty("map").GetProperty("polyline").GetString()!).Count);
        Assert.Equal(2, Polyline.Decode(activity.GetProperty("map").GetProperty("summary_polyline").GetString()!).Count);
        Assert.Equal($"a{activity.GetProperty("id").GetInt64()}", activity.GetProperty("map").GetProperty("id").GetString());
        Assert.Equal(("Morning Run", "the best run ever"), (Text(activity, "name"), Text(activity, "description")));
        Assert.Equal(("2025-05-01T07:00:00Z", "2025-05-01T07:00:00Z"), (Text(activity, "start_date"), Text(activity, "start_date_local")));
        Assert.False(activity.GetProperty("trainer").GetBoolean() || activity.GetProperty("commute").GetBoolean()
            || activity.GetProperty("manual").GetBoolean());
        Assert.Equal(0, Int(activity, "utc_offset"));
    }

    [Fact]
    [Clause("UP-019", "UP-217", "AC-058")]
    public async Task Ride_without_positions_is_stationary_and_has_power()
    {
        await StartAsync();

        var activity = await ActivityOfAsync(TestFiles.Tcx(), "tcx");

        Assert.True(activity.GetProperty("trainer").GetBoolean());
        Assert.Equal("[]", activity.GetProperty("start_latlng").GetRawText());
        Assert.Equal(("Evening Ride", 80), (Text(activity, "name"), Int(activity, "distance")));
        // 200 W for 5 s and 210 W for 5 s: 205 W for 10 s are 2.05 kJ (banker's rounding of the double makes it 2 or 2.1).
        Assert.Equal((205, 210), (Int(activity, "average_watts"), Int(activity, "max_watts")));
        Assert.InRange(activity.GetProperty("kilojoules").GetDouble(), 2.0, 2.1);
        Assert.Equal(activity.GetProperty("kilojoules").GetDouble(), activity.GetProperty("calories").GetDouble());
        Assert.True(activity.GetProperty("device_watts").GetBoolean());
        Assert.Equal("8", Server.Activities[0].CustomFields["dfb"]);
    }

    [Fact]
    [Clause("AC-057")]
    public async Task Strength_json_keeps_its_own_clock_timer_and_calories()
    {
        await StartAsync();

        var activity = await ActivityOfAsync(Encoding.UTF8.GetBytes(TestFiles.StrengthJson), "json", ("sport_type", "WeightTraining"));

        Assert.Equal(("2025-01-15T16:30:00Z", "2025-01-15T08:30:00Z"), (Text(activity, "start_date"), Text(activity, "start_date_local")));
        Assert.Equal(("(GMT-08:00) Etc/GMT+8", -28800), (Text(activity, "timezone"), Int(activity, "utc_offset")));
        Assert.Equal((3600, 2400, 450), (Int(activity, "elapsed_time"), Int(activity, "moving_time"), Int(activity, "calories")));
        Assert.Equal(("Morning Weight Training", "My App"), (Text(activity, "name"), Text(activity, "device_name")));
    }

    [Fact]
    [Clause("UP-218", "UP-220")]
    public async Task Parameters_take_precedence_over_the_file()
    {
        await StartAsync();

        var activity = await ActivityOfAsync(TestFiles.Gpx(), "gpx", ("name", "Grüezi"), ("trainer", "1"), ("commute", "1"));

        Assert.Equal("Grüezi", Text(activity, "name"));
        Assert.True(activity.GetProperty("trainer").GetBoolean() && activity.GetProperty("commute").GetBoolean());
    }

    [Fact]
    [Clause("UP-213", "V3-062", "V3-063")]
    public async Task Time_zone_is_the_athletes_if_the_file_has_none()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("Test/Zone", TimeSpan.FromHours(-8), null, null);
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { TimeZone = zone }] });

        var activity = await ActivityOfAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal(("2025-05-01T07:00:00Z", "2025-04-30T23:00:00Z"), (Text(activity, "start_date"), Text(activity, "start_date_local")));
        Assert.Equal(("(GMT-08:00) Test/Zone", "Night Run"), (Text(activity, "timezone"), Text(activity, "name")));
    }

    [Theory]
    [Clause("UP-214")]
    [InlineData(47, 8, "Morning Run in Muri")]
    [InlineData(47, 8.1, "Morning Run")]
    public async Task Name_contains_the_place_if_it_is_known(double latitude, double longitude, string expected)
    {
        await StartAsync(new FakeStravaOptions { Places = [new FakePlace("Muri", latitude, longitude, 1000)] });

        Assert.Equal(expected, Text(await ActivityOfAsync(TestFiles.Gpx(), "gpx"), "name"));
    }

    [Fact]
    public async Task Unknown_sport_is_a_workout()
    {
        await StartAsync();

        Assert.Equal("Workout", Text(await ActivityOfAsync(TestFiles.Gpx(type: null), "gpx"), "sport_type"));
    }

    private static int Int(JsonElement json, string name) => (int)json.GetProperty(name).GetDouble();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
