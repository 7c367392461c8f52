using System.Net;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>The state as a document, and its objects one by one.</summary>
public class StateAdminTests : AdminTest
{
    private const string World = """
        {
          "version": 1,
          "athletes": [
            { "id": 5, "firstName": "Ada", "timeZone": "America/New_York", "accessToken": "ada" },
            { "id": 6, "firstName": "Ben" }
          ],
          "clubs": [ { "id": 9, "name": "Pedals", "members": [5] } ],
          "activities": [
            { "id": 77, "name": "Seeded run", "sport_type": "TrailRun", "start_date_local": "2026-02-01T07:00:00Z",
              "elapsed_time": 600, "distance": 1800, "streams": { "time": [0, 300, 600], "heartrate": [100, null, 140] } },
            { "athlete": { "id": 6 }, "sport_type": "Ride", "elapsed_time": 60 }
          ]
        }
        """;

    [Fact]
    public async Task World_file_is_the_start_and_what_reset_restores()
    {
        await StartAsync(new FakeStravaOptions { State = World });
        await CheckWorldAsync();
        Server.DeleteActivity(77);
        await AdminAsync(Delete, "clubs/9");

        await AdminAsync(Post, "reset");

        await CheckWorldAsync();
        Assert.Single((await GetAsync("api/v3/athlete/activities", "ada")).Json.EnumerateArray());
    }

    [Fact]
    public async Task Exported_state_restores_tokens_uploads_and_activities()
    {
        await StartAsync();
        var activity = await ActivityOfAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        await AdminAsync(Put, "processing", """{"uploads":"hold"}""");
        var held = await UploadAsync(TestFiles.Gpx("2025-06-02T07:00:00Z"), "gpx");
        Server.HoldUpload(held.Number("id"));
        var token = (await AdminAsync(Post, "tokens", """{"scopes":["read"]}""")).Text("accessToken");
        var id = activity.GetProperty("id").GetInt64();
        var streams = $"api/v3/activities/{id}/streams?keys=time,latlng,distance";
        var (state, before) = (await AdminAsync(Get, "state"), await GetAsync(streams));

        await AdminAsync(Post, "reset");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete", token)).Status);
        var restored = await AdminAsync(Put, "state", state.Body);

        Assert.Equal(state.Body, restored.Body);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", token)).Status);
        Assert.Equal(before.Body, (await GetAsync(streams)).Body);
        Assert.Equal(activity.GetRawText(), (await GetAsync($"api/v3/activities/{id}")).Json.GetRawText());
        Assert.True(Server.CompleteUpload(held.Number("id")));
        Assert.Contains("duplicate of", (await UploadAndPollAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx")).Text("error"));
    }

    [Fact]
    public async Task Patch_adds_and_replaces_by_id()
    {
        await StartAsync(new FakeStravaOptions { State = World });

        await AdminAsync(Patch, "state", """{"clubs":[{"id":9,"name":"Wheels"},{"id":10}],"profile":"documented"}""");

        Assert.Equal("Wheels", (await AdminAsync(Get, "clubs/9")).Text("name"));
        Assert.Equal(2, (await AdminAsync(Get, "clubs")).Json.GetProperty("meta").GetProperty("total").GetInt32());
        Assert.Equal("documented", (await AdminAsync(Get, "profile")).Text("profile"));
        Assert.Equal(2, Server.Activities.Count);
    }

    [Theory]
    [InlineData("""{"athletes":[{"firstNam":"Ada"}]}""", "/athletes/0/firstNam")]
    [InlineData("""{"atletes":[]}""", "/atletes")]
    [InlineData("""{"activities":[{"sport_typ":"Run"}]}""", "/activities/0/sport_typ")]
    [InlineData("""{"athletes":[]}""", "/athletes")]
    [InlineData("""{"activities":[{"athlete":{"id":4}}]}""", "/activities")]
    [InlineData("""{"clubs":[{"id":3},{"id":3}]}""", "/clubs")]
    [InlineData("""{"version":2}""", "/version")]
    [InlineData("[]", "")]
    public async Task Invalid_state_is_refused_with_its_place_and_changes_nothing(string json, string place)
    {
        await StartAsync();
        var before = await AdminAsync(Get, "state");

        var reply = await AdminAsync(Put, "state", json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(place, reply.Json.GetProperty("errors")[0].GetProperty("source").GetProperty("pointer").GetString());
        Assert.Equal(before.Body, (await AdminAsync(Get, "state")).Body);
        Assert.Throws<FormatException>(() => Server.ImportState(json));
    }

    [Theory]
    [InlineData("athletes", """{"id":8,"firstName":"Eve"}""", "8", """{"firstName":"Zoe"}""")]
    [InlineData("applications", """{"clientId":3,"name":"Eve"}""", "3", """{"name":"Zoe"}""")]
    [InlineData("clubs", """{"id":8,"name":"Eve"}""", "8", """{"name":"Zoe"}""")]
    [InlineData("segments", """{"id":8,"name":"Eve"}""", "8", """{"name":"Zoe"}""")]
    [InlineData("gear", """{"id":"b8","name":"Eve"}""", "b8", """{"name":"Zoe"}""")]
    [InlineData("activities", """{"id":8,"name":"Eve","sport_type":"Run","elapsed_time":60}""", "8", """{"name":"Zoe"}""")]
    [InlineData("tokens", """{"accessToken":"Eve"}""", "Eve", """{"refreshToken":"Zoe"}""")]
    public async Task Object_is_created_changed_and_removed(string noun, string thing, string key, string patch)
    {
        await StartAsync();

        var created = await AdminAsync(Post, noun, thing);
        var again = await AdminAsync(Post, noun, thing);
        var changed = await AdminAsync(Patch, $"{noun}/{key}", patch);
        var removed = await AdminAsync(Delete, $"{noun}/{key}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (created.Status, again.Status));
        Assert.EndsWith($"/__admin/strava/{noun}/{key}", created.Header("Location"), StringComparison.Ordinal);
        Assert.Contains("Eve", created.Body, StringComparison.Ordinal);
        Assert.Contains("Zoe", changed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync(Get, $"{noun}/{key}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync(Patch, $"{noun}/{key}", "{}")).Status);
    }

    [Fact]
    public async Task Tokens_are_issued_expired_and_revoked()
    {
        await StartAsync();
        var token = await AdminAsync(Post, "tokens", """{"scopes":["read","activity:read"]}""");
        var access = token.Text("accessToken");
        var (works, lacks) = (await GetAsync("api/v3/athlete", access), await GetAsync("api/v3/athlete/zones", access));

        await AdminAsync(Patch, $"tokens/{access}", """{"expired":true}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (works.Status, lacks.Status));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete", access)).Status);
        var renewed = await PostAsync("oauth/token", ("client_id", "1"), ("client_secret", "fake-client-secret"),
            ("grant_type", "refresh_token"), ("refresh_token", token.Text("refreshToken")!));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", renewed.Text("access_token"))).Status);
        await AdminAsync(Delete, $"tokens/{renewed.Text("access_token")}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete", renewed.Text("access_token"))).Status);
    }

    [Fact]
    public async Task Used_refresh_token_stays_invalid_after_a_change_of_the_state()
    {
        var expired = new FakeAthlete { AccessTokenExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(5) };
        await StartAsync(new FakeStravaOptions { Athletes = [expired] });
        (string, string)[] refresh = [("client_id", "1"), ("client_secret", "fake-client-secret"),
            ("grant_type", "refresh_token"), ("refresh_token", expired.RefreshToken)];
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("oauth/token", refresh)).Status);

        await AdminAsync(Post, "clubs", """{"id":4}""");

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("oauth/token", refresh)).Status);
    }

    [Fact]
    public async Task Removed_athlete_loses_tokens_and_activities()
    {
        await StartAsync(new FakeStravaOptions { State = World });

        await AdminAsync(Delete, "athletes/5");

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete", "ada")).Status);
        Assert.Equal(6, Assert.Single(Server.Activities).Athlete.Id);
        Assert.Equal(HttpStatusCode.Conflict, (await AdminAsync(Delete, "athletes/6")).Status);
    }

    [Fact]
    public async Task Snapshot_is_restored_and_compared()
    {
        await StartAsync();
        await ActivityOfAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        await AdminAsync(Post, "snapshots", """{"name":"before"}""");
        var id = Server.Activities[0].Id;
        Server.UpdateActivity(id, activity => activity with { Name = "Changed" });
        await UploadAndPollAsync(TestFiles.Gpx("2025-06-02T07:00:00Z"), "gpx");

        var changes = (await AdminAsync(Get, "snapshots/before?diff=now")).Json.EnumerateArray().ToList();
        var restored = await AdminAsync(Post, "snapshots/before/restore");

        Assert.Contains(changes, change => IsChange(change, "replace", $"/activities/{id}/name"));
        Assert.Contains(changes, change => IsChange(change, "add", $"/activities/{id + 2}"));
        Assert.Equal(HttpStatusCode.NoContent, restored.Status);
        Assert.NotEqual("Changed", Assert.Single(Server.Activities).Name);
        Assert.Equal("[]", (await AdminAsync(Get, "snapshots/before?diff=now")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync(Post, "snapshots/other/restore")).Status);
    }

    [Fact]
    public async Task Profile_changes_at_run_time()
    {
        await StartAsync();

        await AdminAsync(Put, "profile", """{"profile":"documented"}""");

        Assert.Equal(FakeRateLimits.Documented, Server.RateLimits);
        Assert.Equal("600,30000", (await GetAsync("api/v3/athlete")).Header("X-RateLimit-Limit"));
    }

    private static bool IsChange(JsonElement change, string op, string path) =>
        change.GetProperty("op").GetString() == op && change.GetProperty("path").GetString() == path;

    private async Task CheckWorldAsync()
    {
        var run = (await GetAsync("api/v3/activities/77", "ada")).Json;
        Assert.Equal("2026-02-01T12:00:00Z", run.GetProperty("start_date").GetString());
        Assert.Equal(("Run", 3.0), (run.GetProperty("type").GetString(), run.GetProperty("average_speed").GetDouble()));
        Assert.Equal("Pedals", (await GetAsync("api/v3/clubs/9", "ada")).Text("name"));
        var streams = await GetAsync("api/v3/activities/77/streams?keys=heartrate&key_by_type=true", "ada");
        Assert.Contains("[100,100,140]", streams.Body, StringComparison.Ordinal);
        var ben = (await AdminAsync(Get, "tokens")).Json.GetProperty("tokens").EnumerateArray()
            .First(token => token.GetProperty("athleteId").GetInt64() == 6).GetProperty("accessToken").GetString();
        Assert.Equal("Ben", (await GetAsync("api/v3/athlete", ben)).Text("firstname"));
    }
}
