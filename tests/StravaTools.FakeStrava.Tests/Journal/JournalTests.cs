using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Tests.Admin;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Journal;

/// <summary>The content of the journal.</summary>
public class JournalTests : AdminTest
{
    [Fact]
    public async Task Upload_is_recorded_with_its_parts_and_its_answer()
    {
        await StartAsync();
        var bytes = TestFiles.Gpx("2025-05-02T07:00:00Z");
        var upload = await UploadAsync(bytes, "gpx", [("name", "Morning")]);

        var request = Assert.Single(Server.Requests);

        Assert.Equal(("POST", "/api/v3/uploads", 201), (request.Method, request.Path, request.StatusCode));
        Assert.Equal((AnsweredBy.Strava, "createUpload", 227_615), (request.AnsweredBy, request.Operation, request.AthleteId));
        Assert.Equal(("gpx", "Morning"), (request.Parameters["data_type"], request.Parameters["name"]));
        var file = Assert.Single(request.Files);
        Assert.Equal(("file", "walk.gpx", bytes.Length), (file.Name, file.FileName, file.Length));
        Assert.Equal(upload.Body, Encoding.UTF8.GetString(request.ResponseBody.Span));
        Assert.Contains("<gpx", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal);
        Assert.True(request.BodyLength > bytes.Length);
        Assert.Equal("1,1", request.ResponseHeaders["X-Ratelimit-Usage"]);
        Assert.Contains(request.Notes, note => note.Contains(upload.Text("id_str")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Long_body_is_cut()
    {
        await StartAsync();
        await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z", points: 3_000), "gpx");

        var request = Assert.Single(Server.Requests);

        Assert.Equal(65_536, request.Body.Length);
        Assert.True(request.BodyLength > 100_000);
    }

    [Fact]
    public async Task Tokens_secrets_and_codes_are_hidden()
    {
        await StartAsync();
        await PostAsync(
            "oauth/token", ("client_id", "1"), ("client_secret", "fake-client-secret"), ("grant_type", "refresh_token"),
            ("refresh_token", "fake-refresh-token"));
        await SendAsync(HttpMethod.Get, "api/v3/athlete?access_token=fake-access-token", token: "");
        await SendAsync(HttpMethod.Get, "api/v3/athlete");
        await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx", [("access_token", "fake-access-token")], token: "");

        var journal = await AdminAsync(Get, "requests");

        foreach (var secret in new[] { "fake-client-secret", "fake-refresh-token", "fake-access-token" })
        {
            Assert.DoesNotContain(secret, journal.Body, StringComparison.Ordinal);
        }

        Assert.Equal("Bearer ***", Server.Requests[2].Headers["Authorization"]);
        Assert.Equal("/api/v3/athlete?access_token=***", Server.Requests[1].Url);
        Assert.Equal(4, journal.Json.GetProperty("meta").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Time_is_by_both_clocks()
    {
        await StartAsync();
        var frozen = new DateTimeOffset(2026, 3, 29, 0, 59, 0, TimeSpan.Zero);
        Server.Clock.Freeze(frozen);
        var before = TimeProvider.System.GetUtcNow();

        await GetAsync("api/v3/athlete");

        var request = Assert.Single(Server.Requests);
        Assert.Equal(frozen, request.FakeTime);
        Assert.InRange(request.ReceivedAt, before, TimeProvider.System.GetUtcNow());
        Assert.InRange(request.Duration, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Requests_can_be_filtered_and_cleared()
    {
        await StartAsync();
        await GetAsync("api/v3/athlete");
        await GetAsync("api/v3/nothing");
        await GetAsync("api/v3/athlete", "wrong");

        Assert.Equal(["/api/v3/athlete", "/api/v3/athlete"], await UrlsAsync("?operation=getAthlete"));
        Assert.Equal(["/api/v3/nothing"], await UrlsAsync("?answeredBy=none"));
        Assert.Equal(["/api/v3/athlete"], await UrlsAsync("?status=401"));
        Assert.Equal(["/api/v3/nothing"], await UrlsAsync("?limit=1&offset=1"));
        await AdminAsync(Delete, "requests");
        Assert.Empty(Server.Requests);

        async Task<List<string?>> UrlsAsync(string query) =>
            [.. (await AdminAsync(Get, "requests" + query)).Json.GetProperty("requests").EnumerateArray()
                .Select(request => request.GetProperty("url").GetString())];
    }

    [Fact]
    public async Task Body_is_not_read_if_the_token_in_the_header_is_invalid()
    {
        await StartAsync();

        var refused = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z", points: 3_000), "gpx", token: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal(0, Assert.Single(Server.Requests).BodyLength);
    }

    [Fact]
    public async Task Request_without_a_body_may_have_a_JSON_content_type()
    {
        await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.BaseUri, "api/v3/athlete"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Server.AccessToken);
        request.Content = new ByteArrayContent([]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(request)).Status);
    }
}
