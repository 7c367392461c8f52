using System.Net;
using System.Text;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests;

/// <summary>strava-activities.md, "Update an activity".</summary>
public class UpdateActivityTests : FakeStravaTest
{
    [Fact]
    [Clause("AC-165", "AC-166", "V3-040")]
    public async Task Json_changes_what_it_names_and_answers_with_the_detail()
    {
        await StartAsync();
        var path = await PathAsync();

        var reply = await PutAsync(path, """{"name":"New","commute":true,"trainer":false,"description":"d","sport_type":"TrailRun"}""");

        Assert.Equal((HttpStatusCode.OK, "New", "TrailRun", "Run", 3), (reply.Status, reply.Text("name"), reply.Text("sport_type"), reply.Text("type"), reply.Number("resource_state")));
        Assert.Equal((true, false), (reply.Json.GetProperty("commute").GetBoolean(), reply.Json.GetProperty("trainer").GetBoolean()));
        Assert.Equal("d", (await GetAsync(path)).Text("description"));
        Assert.Equal("New", (await PutAsync(path, "{}")).Text("name"));
        Assert.Equal("", (await PutAsync(path, """{"description":""}""")).Text("description") ?? "");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public async Task A_form_has_its_own_words_for_true_and_false(string text, bool expected)
    {
        await StartAsync();
        var path = await PathAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("commute", text), KeyValuePair.Create("trainer", text)]);

        var reply = await SendAsync(HttpMethod.Put, path, form);

        Assert.Equal((expected, expected), (reply.Json.GetProperty("commute").GetBoolean(), reply.Json.GetProperty("trainer").GetBoolean()));
    }

    [Fact]
    [Clause("AC-163")]
    public async Task Gear_is_changed_and_none_clears_it()
    {
        await StartAsync();
        var path = await PathAsync();

        Assert.Equal("b105763", (await PutAsync(path, """{"gear_id":"b105763"}""")).Json.GetProperty("gear").GetProperty("id").GetString());
        AssertFault(await PutAsync(path, """{"gear_id":"g1"}"""), HttpStatusCode.BadRequest, "Bad Request", "Activity", "gear_id", "invalid");
        var cleared = await PutAsync(path, """{"gear_id":"none"}""");
        Assert.True(cleared.IsNull("gear_id"));
        Assert.DoesNotContain("gear", cleared.Keys);
    }

    [Fact]
    public async Task A_new_sport_changes_what_depends_on_it()
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
    public async Task Privacy_can_be_set_by_the_documents_and_not_today(FakeProfile profile, bool expected)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });
        var path = await PathAsync();

        Assert.Equal(expected, (await PutAsync(path, """{"private":true}""")).Json.GetProperty("private").GetBoolean());
    }

    [Theory]
    [InlineData("""{"type":"Juggling"}""", "type")]
    [InlineData("""{"sport_type":"ride"}""", "sport_type")]
    public async Task What_is_no_sport_is_refused(string json, string field)
    {
        await StartAsync();

        AssertFault(await PutAsync(await PathAsync(), json), HttpStatusCode.BadRequest, "Bad Request", "Activity", field, "invalid");
    }

    [Fact]
    public async Task The_activity_of_another_is_not_there()
    {
        await StartAsync(TwoAthletes);
        using var json = new StringContent("""{"name":"stolen"}""", Encoding.UTF8, "application/json");

        var reply = await SendAsync(HttpMethod.Put, await PathAsync(), json, "other-token");

        AssertFault(reply, HttpStatusCode.NotFound, "Record Not Found", "Activity", "id", "invalid");
    }

    private async Task<string> PathAsync() => $"api/v3/activities/{(await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Number("activity_id")}";

    private async Task<Reply> PutAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Put, path, content);
    }
}
