using System.Net;
using System.Text;
using System.Text.Json;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Decathlon;

/// <summary>The nouns below /__admin/decathlon, for tests that do not run in the fake's process.</summary>
public class DecathlonAdminTests : DecathlonTest
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9];

    [Fact]
    public async Task Activities_are_listed_added_replaced_and_removed()
    {
        await StartAsync();

        var added = await AdminAsync("POST", "activities",
            """{"id":"eu7","name":"Swim","hasRoute":false,"images":["https://example.com/1"]}""");

        Assert.Equal((HttpStatusCode.Created, "Swim"), (added.Status, added.Text("name")));
        Assert.EndsWith("sportstrackingdata/sports/381.jpg", added.Text("thumbnail"), StringComparison.Ordinal);
        Assert.Equal("Swim", (await ReadAsync("eu7")).Text("name"));
        Assert.Equal([ActivityId, "eu7"],
            (await AdminAsync("GET", "activities")).Json.EnumerateArray().Select(activity => activity.GetProperty("id").GetString()));
        await AdminAsync("POST", "activities", """{"id":"eu7","name":"Row"}""");
        Assert.Equal("Row", (await AdminAsync("GET", "activities/eu7")).Text("name"));
        Assert.Equal(HttpStatusCode.NoContent, (await AdminAsync("DELETE", "activities/eu7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync("eu7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync("DELETE", "activities/eu7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync("GET", "activities/eu7")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await AdminAsync("DELETE", "activities")).Status);
        Assert.Empty(Server.Decathlon.Activities);
    }

    [Fact]
    public async Task Stored_files_are_listed_and_removed()
    {
        await StartAsync();
        var url = (await StoreAsync(Picture)).Text("url");
        await StoreAsync(Picture, "other.jpg");

        var files = (await AdminAsync("GET", "files")).Json.EnumerateArray().ToList();

        Assert.Equal(("myphoto.jpg", "image/jpeg", Picture.Length, url), (
            files[0].GetProperty("fileName").GetString(), files[0].GetProperty("contentType").GetString(),
            files[0].GetProperty("size").GetInt32(),
            files[0].GetProperty("url").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await AdminAsync("DELETE", $"files/{files[0].GetProperty("key").GetString()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(PathOf(url), "")).Status);
        Assert.Equal("other.jpg", Assert.Single(Server.Decathlon.StoredFiles).FileName);
        await AdminAsync("DELETE", "files");
        Assert.Empty(Server.Decathlon.StoredFiles);
    }

    [Fact]
    public async Task Quota_is_read_and_changed_and_the_admin_does_not_use_it()
    {
        await StartAsync(new FakeStravaOptions { TimeProvider = new ManualTimeProvider() });
        await ReadAsync();

        Assert.Equal("""{"requestsPerMinute":1000,"requestsPerDay":100000,"thisMinute":1,"today":1}""",
            (await AdminAsync("GET", "quota")).Body);
        await AdminAsync("PUT", "quota", """{"requestsPerMinute":1000,"requestsPerDay":50,"today":49}""");

        Assert.Equal(HttpStatusCode.OK, (await ReadAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReadAsync()).Status);
        Assert.Equal(51, (await AdminAsync("GET", "quota")).Number("today"));
    }

    [Fact]
    public async Task Faults_are_ordered_listed_and_canceled()
    {
        await StartAsync();

        await AdminAsync("POST", "faults", """{"operation":"read","status":503,"times":3}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ReadAsync()).Status);
        Assert.Equal("""[{"operation":"read","status":503,"times":2,"takesEffect":false}]""", (await AdminAsync("GET", "faults")).Body);
        await AdminAsync("DELETE", "faults");
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync()).Status);
    }

    [Fact]
    public async Task Tokens_are_counted_expired_and_revoked()
    {
        await StartAsync();
        var first = (await LogInAsync()).Json;
        var second = (await RefreshAsync(first)).Json;

        Assert.Equal("""{"accessTokens":2,"refreshTokens":1,"refreshes":1}""", (await AdminAsync("GET", "tokens")).Body);
        await AdminAsync("DELETE", "tokens/access");
        var access = second.GetProperty("access_token").GetString();
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(HttpMethod.Get, $"{Api}activities/{ActivityId}", token: access)).Status);
        await AdminAsync("DELETE", "tokens/refresh");
        Assert.Equal(HttpStatusCode.BadRequest, (await RefreshAsync(second)).Status);
    }

    [Fact]
    public async Task Reset_restores_the_state_at_the_start()
    {
        await StartAsync(new FakeStravaOptions
        {
            Decathlon =
            new FakeDecathlonOptions { Faults = [new FakeDecathlonFault(FakeDecathlonOperation.Write, 500)] }
        });
        await StoreAsync(Picture);
        Assert.Equal(HttpStatusCode.InternalServerError, (await PutAsync("""{"images":["https://example.com/1"]}""")).Status);
        await PutAsync("""{"images":["https://example.com/1"]}""");
        await LogInAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await AdminAsync("POST", "reset")).Status);

        Assert.Empty(Server.Decathlon.StoredFiles);
        Assert.Empty(Server.Decathlon.Activity(ActivityId).Images);
        Assert.Equal(0, (await AdminAsync("GET", "quota")).Number("today"));
        Assert.Equal(1, (await AdminAsync("GET", "faults")).Json.GetArrayLength());
        Assert.Equal("""{"accessTokens":0,"refreshTokens":0,"refreshes":0}""", (await AdminAsync("GET", "tokens")).Body);
    }

    [Theory]
    [InlineData("POST", "activities", "{")]
    [InlineData("POST", "activities", "null")]
    [InlineData("POST", "activities", """{"id":""}""")]
    [InlineData("POST", "activities", """{"name":null}""")]
    [InlineData("POST", "activities", """{"nmae":"Swim"}""")]
    [InlineData("POST", "faults", """{"operation":"read","status":200}""")]
    [InlineData("POST", "faults", """{"operation":"read","status":500,"times":0}""")]
    [InlineData("POST", "faults", """{"operation":"sleep","status":500}""")]
    [InlineData("PUT", "quota", """{"requestsPerDay":1}""")]
    public async Task Invalid_request_is_refused_and_changes_nothing(string method, string noun, string json)
    {
        await StartAsync();
        var before = (await AdminAsync("GET", noun)).Body;

        var reply = await AdminAsync(method, noun, json);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.NotEmpty(reply.Text("message")!);
        Assert.Equal(before, (await AdminAsync("GET", noun)).Body);
    }

    [Fact]
    public async Task Admin_requests_are_not_recorded()
    {
        await StartAsync();

        await AdminAsync("GET", "activities");
        await ReadAsync();

        Assert.Equal($"/{Api}activities/{ActivityId}", Assert.Single(Server.Requests).Path);
    }

    private Task<Reply> AdminAsync(string method, string noun, string? json = null) =>
        SendAsync(
            new HttpMethod(method), "__admin/decathlon/" + noun,
            json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
            "");

    private async Task<Reply> LogInAsync()
    {
        var redirect = await GetAsync(
            "connect/oauth/authorize?response_type=code&client_id=fake-client&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback", "");
        var code = redirect.ResponseHeaders.Location!.Query.Split("code=")[1];
        return await PostAsync(
            "connect/oauth/token", ("grant_type", "authorization_code"), ("client_id", "fake-client"), ("code", code),
            ("redirect_uri", "http://127.0.0.1/back"));
    }

    private Task<Reply> RefreshAsync(JsonElement tokens) => PostAsync(
        "connect/oauth/token", ("grant_type", "refresh_token"), ("client_id", "fake-client"),
        ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
}
