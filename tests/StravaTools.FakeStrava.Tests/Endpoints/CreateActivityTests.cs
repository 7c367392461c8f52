using System.Net;
using System.Text;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-activities.md, "Create an activity"; strava-partner-uploads.md, "Upload an activity without a file".</summary>
public class CreateActivityTests : FakeStravaTest
{
    private static readonly (string Name, string Value)[] Example =
    [
        ("name", "Most Epic Ride EVER!!!"), ("elapsed_time", "18373"), ("distance", "1557840"),
            ("start_date_local", "2013-10-23T10:02:13Z"), ("type", "Ride"),
    ];

    [Fact]
    [Clause("PA-026", "PA-027", "PA-029", "PA-045", "AC-112", "AC-132", "AC-133")]
    public async Task Documented_example_returns_201_and_a_detailed_activity()
    {
        await StartAsync(new FakeStravaOptions { IsPartner = true });

        var reply = await CreateAsync([.. Example, ("rpe", "8")]);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Empty(new[] { "id", "resource_state", "external_id", "upload_id", "athlete", "photo_metadata" }.Except(reply.Keys));
        Assert.True(reply.IsNull("external_id") && reply.IsNull("upload_id"));
        Assert.Equal(("Most Epic Ride EVER!!!", "Ride", "Ride"), (reply.Text("name"), reply.Text("type"), reply.Text("sport_type")));
        Assert.Equal((18373, 18373, 1557840.0),
            (reply.Number("elapsed_time"), reply.Number("moving_time"), reply.Json.GetProperty("distance").GetDouble()));
        Assert.Equal("2013-10-23T10:02:13Z", reply.Text("start_date_local"));
        Assert.True(reply.Json.GetProperty("manual").GetBoolean());
        Assert.Equal(84.79, reply.Json.GetProperty("average_speed").GetDouble());
        Assert.Equal("8", Assert.Single(Server.Activities[0].CustomFields, field => field.Key == "rpe").Value);
        Assert.Equal("Most Epic Ride EVER!!!", (await GetAsync($"api/v3/activities/{reply.Number("id")}")).Text("name"));
    }

    [Fact]
    [Clause("AC-116", "AC-123")]
    public async Task Json_and_query_are_accepted()
    {
        await StartAsync();
        using var json = new StringContent(
            """{"name":"A","sport_type":"Hike","start_date_local":"2025-07-01T06:00:00+02:00","elapsed_time":"""
                + """93600,"commute":true,"trainer":false,"distance":1.5,"description":null}""",
            Encoding.UTF8,
            "application/json");

        var reply = await SendAsync(HttpMethod.Post, "api/v3/activities", json);
        var second = await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&type=ride&start_date_local=2025-07-03T06:00:00&elapsed_time=60&private=1");

        Assert.Equal((93600, "2025-07-01T06:00:00Z"), (reply.Number("elapsed_time"), reply.Text("start_date_local")));
        Assert.True(reply.Json.GetProperty("commute").GetBoolean());
        Assert.False(reply.Json.GetProperty("trainer").GetBoolean());
        Assert.Equal(("Ride", "2025-07-03T06:00:00Z"), (second.Text("sport_type"), second.Text("start_date_local")));
        Assert.True(second.Json.GetProperty("private").GetBoolean());
    }

    [Theory]
    [Clause("AC-119")]
    [InlineData("name", null, "name", "missing")]
    [InlineData("type", null, "sport_type", "missing")]
    [InlineData("type", "Juggling", "type", "invalid")]
    [InlineData("sport_type", "ride", "sport_type", "invalid")]
    [InlineData("start_date_local", null, "start_date_local", "missing")]
    [InlineData("start_date_local", "23.10.2013", "start_date_local", "invalid")]
    [InlineData("start_date_local", "0001-01-01T00:00:00Z", "start_date_local", "invalid")]
    [InlineData("elapsed_time", null, "elapsed_time", "missing")]
    [InlineData("elapsed_time", "1.5", "elapsed_time", "invalid")]
    [InlineData("elapsed_time", "-1", "elapsed_time", "invalid")]
    [InlineData("distance", "far", "distance", "invalid")]
    public async Task Missing_or_invalid_parameter_is_a_fault(string name, string? value, string field, string code)
    {
        await StartAsync();
        var fields = Example.Where(example => example.Name != name).ToList();
        if (value is not null)
        {
            fields.Add((name, value));
        }

        AssertFault(await CreateAsync([.. fields]), HttpStatusCode.BadRequest, "Bad Request", "Activity", field, code);
    }

    [Theory]
    [Clause("AC-119")]
    [InlineData(null, "type", "missing")]
    [InlineData("", "type", "missing")]
    [InlineData("type=Juggling", "type", "invalid")]
    [InlineData("sport_type=Juggling", "sport_type", "invalid")]
    public async Task Documented_profile_names_type_if_the_sport_is_missing(string? sport, string field, string code)
    {
        await StartAsync(new FakeStravaOptions { Profile = FakeProfile.Documented });

        var reply = await SendAsync(HttpMethod.Post,
            $"api/v3/activities?name=a&start_date_local=2025-07-02T06:00:00&elapsed_time=60&{sport ?? "type="}");

        AssertFault(reply, HttpStatusCode.BadRequest, "Bad Request", "Activity", field, code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Body_that_is_not_a_json_object_is_a_fault(string body)
    {
        await StartAsync();
        using var json = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, "api/v3/activities", json)).Status);
    }

    [Fact]
    public async Task False_of_Python_is_true_as_in_Rails()
    {
        await StartAsync();

        Assert.True((await CreateAsync([.. Example, ("commute", "False")])).Json.GetProperty("commute").GetBoolean());
        foreach (var text in new[] { "false", "0" })
        {
            Server.DeleteActivity(Server.Activities[0].Id);

            Assert.False((await CreateAsync([.. Example, ("commute", text)])).Json.GetProperty("commute").GetBoolean());
        }
    }

    [Fact]
    public async Task Only_partners_get_photo_metadata()
    {
        await StartAsync();

        Assert.DoesNotContain("photo_metadata", (await CreateAsync(Example)).Keys);
    }

    [Theory]
    [InlineData(FakeProfile.Current, HttpStatusCode.Conflict)]
    [InlineData(FakeProfile.Documented, HttpStatusCode.Created)]
    public async Task Activity_at_the_time_of_another_is_a_conflict_today(FakeProfile profile, HttpStatusCode expected)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });
        await UploadAndPollAsync(TestFiles.Gpx("2025-07-02T06:00:00Z"), "gpx");

        var during = await AtAsync("06:01:00");
        var afterwards = await AtAsync("06:01:40");

        Assert.Equal((expected, HttpStatusCode.Created), (during.Status, afterwards.Status));
    }

    private Task<Reply> AtAsync(string time) => SendAsync(
        HttpMethod.Post, $"api/v3/activities?name=a&sport_type=Walk&type=Walk&start_date_local=2025-07-02T{time}Z&elapsed_time=5");

    private async Task<Reply> CreateAsync((string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(HttpMethod.Post, "api/v3/activities", form);
    }
}
