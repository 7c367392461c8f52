using System.Net;
using System.Text;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-activities.md, "Update an activity".</summary>
public class UpdateActivityTests : FakeStravaTest
{
    [Fact]
    [Clause("AC-166", "V3-040")]
    public async Task Json_changes_only_what_it_contains_and_returns_the_detail()
    {
        await StartAsync();
        var path = await PathAsync();

        var reply = await PutAsync(path, """{"name":"New","commute":true,"trainer":false,"description":"d","sport_type":"TrailRun"}""");

        Assert.Equal((HttpStatusCode.OK, "New", "TrailRun", "Run", 3),
            (reply.Status, reply.Text("name"), reply.Text("sport_type"), reply.Text("type"), reply.Number("resource_state")));
        Assert.Equal((true, false), (reply.Json.GetProperty("commute").GetBoolean(), reply.Json.GetProperty("trainer").GetBoolean()));
        Assert.Equal("d", (await GetAsync(path)).Text("description"));
        Assert.Equal("New", (await PutAsync(path, "{}")).Text("name"));
        Assert.Equal("", (await PutAsync(path, """{"description":""}""")).Text("description") ?? "");
    }

    [Fact]
    [Clause("AC-165")]
    public async Task Response_is_the_detailed_representation_of_the_updated_activity()
    {
        await StartAsync(new FakeStravaOptions { Segments = [Recordings.Segment] });
        var poll = await UploadAndPollAsync(Recordings.Tcx(), "tcx", [("description", "the best run ever")], "run.tcx");
        var path = $"api/v3/activities/{poll.Number("activity_id")}";
        var before = (await GetAsync(path)).Json;

        var updated = (await PutAsync(path, """{"name":"New","commute":true}""")).Json;

        Assert.True(JsonElement.DeepEquals((await GetAsync(path)).Json, updated), updated.GetRawText());
        Assert.Equal(3, updated.GetProperty("resource_state").GetInt32());
        Assert.Equal(("New", true), (updated.GetProperty("name").GetString(), updated.GetProperty("commute").GetBoolean()));
        var changed =
            updated.EnumerateObject().Where(attribute => !JsonElement.DeepEquals(before.GetProperty(attribute.Name), attribute.Value));
        Assert.Equal(["name", "commute"], changed.Select(attribute => attribute.Name));
        Assert.All(["segment_efforts", "splits_metric", "splits_standard", "laps", "best_efforts"],
            part => Assert.NotEqual(0, updated.GetProperty(part).GetArrayLength()));
    }

    [Theory]
    [Clause("AC-201", "AC-202", "AC-203")]
    [InlineData("""{"name":"b"}""")]
    [InlineData("""{"private":null,"commute":null,"trainer":null}""")]
    public async Task Documented_profile_updates_flags_that_are_not_sent_to_false(string update)
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });
        var path = await MarkedAsync();

        Assert.Equal((false, false, false), Flags(await PutAsync(path, update)));
        Assert.Equal((true, false, false), Flags(await PutAsync(path, """{"private":true}""")));
        Assert.Equal((false, true, false), Flags(await PutAsync(path, """{"commute":true}""")));
        Assert.Equal((false, false, true), Flags(await PutAsync(path, """{"trainer":true}""")));
    }

    [Fact]
    public async Task Current_profile_keeps_flags_that_are_not_sent()
    {
        await StartAsync();

        Assert.Equal((true, true, true), Flags(await PutAsync(await MarkedAsync(), """{"name":"b"}""")));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public async Task Form_has_its_own_words_for_true_and_false(string text, bool expected)
    {
        await StartAsync();
        var path = await PathAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("commute", text), KeyValuePair.Create("trainer", text)]);

        var reply = await SendAsync(HttpMethod.Put, path, form);

        Assert.Equal((expected, expected),
            (reply.Json.GetProperty("commute").GetBoolean(), reply.Json.GetProperty("trainer").GetBoolean()));
    }

    [Fact]
    [Clause("AC-163")]
    public async Task Gear_is_changed_and_is_cleared_by_none()
    {
        await StartAsync();
        var path = await PathAsync();

        Assert.Equal("b105763", (await PutAsync(path, """{"gear_id":"b105763"}""")).Json.GetProperty("gear").GetProperty("id").GetString());
        AssertFault(await PutAsync(path, """{"gear_id":"g1"}"""), HttpStatusCode.BadRequest, "Bad Request", "Activity", "gear_id",
            "invalid");
        var cleared = await PutAsync(path, """{"gear_id":"none"}""");
        Assert.True(cleared.IsNull("gear_id"));
        Assert.DoesNotContain("gear", cleared.Keys);
    }

    [Fact]
    public async Task New_sport_changes_everything_that_depends_on_it()
    {
        await StartAsync();
        var poll = await UploadAndPollAsync(Recordings.Tcx(), "tcx");
        var path = $"api/v3/activities/{poll.Number("activity_id")}";

        var ride = await PutAsync(path, """{"type":"ride"}""");

        Assert.Equal(("Ride", 10), (ride.Text("type"), ride.Number("workout_type")));
        Assert.Contains("kilojoules", ride.Keys);
        Assert.DoesNotContain("splits_metric", ride.Keys);
    }

    [Theory]
    [InlineData(FakeProfile.Documented, true)]
    [InlineData(FakeProfile.Current, false)]
    public async Task Privacy_can_only_be_changed_in_the_documented_profile(FakeProfile profile, bool expected)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });
        var path = await PathAsync();

        Assert.Equal(expected, (await PutAsync(path, """{"private":true}""")).Json.GetProperty("private").GetBoolean());
    }

    [Theory]
    [InlineData("""{"type":"Juggling"}""", "type")]
    [InlineData("""{"sport_type":"ride"}""", "sport_type")]
    public async Task Unknown_sport_is_refused(string json, string field)
    {
        await StartAsync();

        AssertFault(await PutAsync(await PathAsync(), json), HttpStatusCode.BadRequest, "Bad Request", "Activity", field, "invalid");
    }

    [Fact]
    public async Task Activity_of_another_athlete_is_not_found()
    {
        await StartAsync(TwoAthletes);
        using var json = new StringContent("""{"name":"stolen"}""", Encoding.UTF8, "application/json");

        var reply = await SendAsync(HttpMethod.Put, await PathAsync(), json, "other-token");

        AssertFault(reply, HttpStatusCode.NotFound, "Record Not Found", "Activity", "id", "invalid");
    }

    private async Task<string> PathAsync() =>
        $"api/v3/activities/{(await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Number("activity_id")}";

    /// <summary>The path of a private commute on a trainer.</summary>
    private async Task<string> MarkedAsync()
    {
        var created = await SendAsync(
            HttpMethod.Post,
            "api/v3/activities?name=a&type=ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60&private=1&commute=1&trainer=1");
        Assert.Equal((true, true, true), Flags(created));
        return $"api/v3/activities/{created.Number("id")}";
    }

    private static (bool Private, bool Commute, bool Trainer) Flags(Reply reply) =>
        (reply.Json.GetProperty("private").GetBoolean(), reply.Json.GetProperty("commute").GetBoolean(),
            reply.Json.GetProperty("trainer").GetBoolean());

    private async Task<Reply> PutAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Put, path, content);
    }
}
