using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Authorization;

/// <summary>Permissions, and how to get a token (strava-v3-api.md, "Access" and "Authentication"; field-notes.md, 3.5).</summary>
public partial class AccessTests : FakeStravaTest
{
    private const string Authorize =
        "oauth/authorize?client_id=1&redirect_uri=http%3A%2F%2Flocalhost%2Fback%3Fx%3D1&response_type=code&state=s%26t";
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [Clause("UP-203", "AC-113", "AC-156")]
    [InlineData(FakeProfile.Current, "read,activity:read_all", "activity:write_permission")]
    [InlineData(FakeProfile.Documented, "view_private", "write_permission")]
    public async Task Writing_requires_its_permission(FakeProfile profile, string scopes, string field)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile, Athletes = [new FakeAthlete { Scopes = scopes }] });

        Reply[] replies =
        [
            await UploadAsync(TestFiles.Gpx(), "gpx"), await SendAsync(HttpMethod.Post, "api/v3/activities?name=A"),
                await SendAsync(HttpMethod.Put, "api/v3/activities/1"),
        ];

        Assert.All(replies,
            reply => AssertFault(reply, HttpStatusCode.Unauthorized, "Authorization Error", "AccessToken", field, "missing"));
        Assert.Empty(Server.Uploads);
    }

    [Theory]
    [InlineData("read", HttpStatusCode.Unauthorized, HttpStatusCode.OK)]
    [InlineData("activity:read", HttpStatusCode.OK, HttpStatusCode.Unauthorized)]
    [InlineData("write", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Current_profile_requires_permission_to_read(string scopes, HttpStatusCode activities, HttpStatusCode athlete)
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = scopes }] });

        Assert.Equal(activities, (await GetAsync("api/v3/athlete/activities")).Status);
        Assert.Equal(athlete, (await GetAsync("api/v3/athlete")).Status);
    }

    [Theory]
    [Clause("AC-124")]
    [InlineData("activity:read,activity:write", HttpStatusCode.NotFound, 0)]
    [InlineData("activity:read_all,activity:write", HttpStatusCode.OK, 1)]
    [InlineData("write,view_private", HttpStatusCode.OK, 1)]
    public async Task Private_activity_requires_view_private(string scopes, HttpStatusCode status, int listed)
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = scopes }] });
        var created = await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&type=ride&start_date_local=2025-07-02T06:00:00&elapsed_time=60&private=1");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(status, (await GetAsync($"api/v3/activities/{created.Number("id")}")).Status);
        Assert.Equal(listed, (await GetAsync("api/v3/athlete/activities")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Current_profile_requires_permission_for_athlete_detail()
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = "read" }] });

        Assert.Equal(2, (await GetAsync("api/v3/athlete")).Number("resource_state"));
    }

    [Fact]
    [Clause("V3-002", "V3-009", "V3-010")]
    public async Task Consent_page_returns_a_code_that_is_exchanged_for_tokens_of_six_hours()
    {
        await StartAsync(new FakeStravaOptions { TimeProvider = _clock });
        var page = await GetAsync($"{Authorize}&scope=read,activity:write,activity:read&approval_prompt=force", "");
        Assert.Equal(("text/html", HttpStatusCode.OK), (page.Headers.ContentType!.MediaType, page.Status));

        // activity:read is cleared.
        var redirect = await PostAsync("oauth/authorize",
            [.. HiddenFields(page.Body), ("allow_read", "1"), ("allow_activity:write", "1"), ("decision", "allow")]);
        var back = redirect.ResponseHeaders.Location!;
        var query = HttpUtility.ParseQueryString(back.Query);
        Assert.Equal((HttpStatusCode.Found, "localhost", "1", "s&t", "read,activity:write"),
            (redirect.Status, back.Host, query["x"], query["state"], query["scope"]));
        var tokens = await TokenAsync(("grant_type", "authorization_code"), ("code", query["code"]!));

        Assert.Equal(("Bearer", 21600, "read activity:write"),
            (tokens.Text("token_type"), tokens.Number("expires_in"), tokens.Text("scope")));
        Assert.Equal(_clock.GetUtcNow().AddHours(6).ToUnixTimeSeconds(), tokens.Number("expires_at"));
        Assert.Equal(227_615, tokens.Json.GetProperty("athlete").GetProperty("id").GetInt64());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", tokens.Text("access_token"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete/activities", tokens.Text("access_token"))).Status);
        // A code is used once.
        AssertFault(await TokenAsync(("code", query["code"]!)), HttpStatusCode.BadRequest, "Bad Request", "AuthorizationCode", "code",
            "invalid");
    }

    [Fact]
    public async Task Cancel_redirects_without_code_and_auto_asks_once()
    {
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { Scopes = "read" }] });
        var page = await GetAsync($"{Authorize}&scope=read,activity:write&approval_prompt=auto", "");

        var denied = await PostAsync("oauth/authorize", [.. HiddenFields(page.Body), ("decision", "deny")]);
        var auto = await GetAsync($"{Authorize}&scope=read&approval_prompt=auto", "");
        var forced = await GetAsync($"{Authorize}&scope=read&approval_prompt=force", "");

        Assert.Equal("?x=1&state=s%26t&error=access_denied", denied.ResponseHeaders.Location!.Query);
        Assert.Contains("code=", auto.ResponseHeaders.Location!.Query, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.Status, forced.Status));
    }

    [Theory]
    [InlineData("client_id=9&redirect_uri=http://localhost", "Application", "client_id")]
    [InlineData("client_id=1&redirect_uri=http://evil.example", "Application", "redirect_uri")]
    [InlineData("client_id=1&redirect_uri=javascript://localhost/%250aalert(1)", "Application", "redirect_uri")]
    [InlineData("client_id=1&redirect_uri=http://localhost&scope=everything", "Authorize", "scope")]
    [InlineData("client_id=1&redirect_uri=http://localhost&scope=", "Authorize", "scope")]
    [InlineData("client_id=1&redirect_uri=http://localhost&scope=read+activity:write", "Authorize", "scope")]
    public async Task Invalid_consent_request_is_400(string query, string resource, string field)
    {
        await StartAsync();

        AssertFault(await GetAsync($"oauth/authorize?{query}", ""), HttpStatusCode.BadRequest, "Bad Request", resource, field, "invalid");
    }

    [Fact]
    public async Task Refresh_returns_same_token_for_more_than_an_hour_and_new_tokens_later()
    {
        await StartAsync(new FakeStravaOptions
        {
            TimeProvider = _clock,
            Athletes = [new FakeAthlete { AccessTokenExpiresAt = _clock.GetUtcNow().AddHours(6), RefreshToken = "first" }],
        });
        _clock.Advance(TimeSpan.FromHours(4));
        var same = await RefreshAsync("first");
        _clock.Advance(TimeSpan.FromHours(1));
        var renewed = await RefreshAsync("first");

        Assert.Equal(("fake-access-token", "first", 7200),
            (same.Text("access_token"), same.Text("refresh_token"), same.Number("expires_in")));
        Assert.NotEqual("fake-access-token", renewed.Text("access_token"));
        Assert.NotEqual("first", renewed.Text("refresh_token"));
        AssertFault(await RefreshAsync("first"), HttpStatusCode.BadRequest, "Bad Request", "RefreshToken", "refresh_token", "invalid");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", renewed.Text("access_token"))).Status);
    }

    [Theory]
    [InlineData("client_id", "9", "Application", "client_id")]
    [InlineData("client_id", "", "Application", "client_id")]
    [InlineData("client_secret", "wrong", "Application", "client_secret")]
    [InlineData("grant_type", "password", "Application", "grant_type")]
    [InlineData("refresh_token", "wrong", "RefreshToken", "refresh_token")]
    public async Task Invalid_token_request_is_400(string name, string value, string resource, string field)
    {
        await StartAsync();
        foreach (var path in new[] { "oauth/token", "api/v3/oauth/token" })
        {
            var fields = new Dictionary<string, string>
            {
                ["client_id"] = "1",
                ["client_secret"] = "fake-client-secret",
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = "fake-refresh-token",
                [name] = value,
            };

            var reply = await PostAsync(path, [.. fields.Select(field => (field.Key, field.Value))]);

            AssertFault(reply, HttpStatusCode.BadRequest, "Bad Request", resource, field, "invalid");
        }
    }

    [Fact]
    public async Task Deauthorize_and_revoke_invalidate_tokens_of_athlete_and_application()
    {
        await StartAsync(TwoAthletes with
        {
            Athletes =
            [new FakeAthlete(), new FakeAthlete { Id = 2, AccessToken = "other-token", RefreshToken = "other" }]
        });

        var ended = await SendAsync(HttpMethod.Post, "oauth/deauthorize");
        using var revoke = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseUri, "oauth/revoke"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("token", "other-token")]),
        };
        revoke.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("1:fake-client-secret")));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", "other-token")).Status);
        var revoked = await SendAsync(revoke);

        Assert.Equal("""{"access_token":"fake-access-token"}""", ended.Body);
        Assert.Equal((HttpStatusCode.OK, ""), (revoked.Status, revoked.Body));
        AssertFault(await GetAsync("api/v3/athlete"), HttpStatusCode.Unauthorized, "Authorization Error", "Athlete", "access_token",
            "invalid");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/v3/athlete", "other-token")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await RefreshAsync("fake-refresh-token")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("oauth/revoke", ("token", "x"))).Status);
    }

    /// <summary>Six such requests at the same time would otherwise need memory for six files.</summary>
    [Fact]
    public async Task Upload_with_an_unknown_token_is_refused_before_its_body_arrives()
    {
        await StartAsync();
        using var client = new TcpClient(Server.BaseUri.Host, Server.BaseUri.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/v3/uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer unknown\r\nExpect: 100-continue\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 29000000\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());

        // A server that reads the body responds with 100 Continue first.
        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Same_seed_results_in_same_ids_and_tokens_and_another_seed_in_others()
    {
        var (first, again, other) = (await RunAsync(5), await RunAsync(5), await RunAsync(6));

        Assert.Equal(first, again);
        Assert.NotEqual(first.Id, other.Id);
        Assert.NotEqual(first.Embed, other.Embed);
        Assert.True(first.Id > int.MaxValue);

        static async Task<(long Id, string Embed)> RunAsync(int seed)
        {
            await using var fake = new AccessTests();
            await fake.StartAsync(new FakeStravaOptions { Seed = seed });
            await fake.UploadAsync(TestFiles.Gpx(), "gpx");
            return (fake.Server.Activities[0].Id, fake.Server.Activities[0].EmbedToken);
        }
    }

    [Fact]
    public async Task Ids_beyond_doubles_are_exact()
    {
        await StartAsync(new FakeStravaOptions { FirstId = 9_007_199_254_740_993 });

        var upload = await UploadAsync(Recordings.Tcx(), "tcx");

        Assert.Equal((9_007_199_254_740_993, "9007199254740993"), (upload.Number("id"), upload.Text("id_str")));
        Assert.Contains("9007199254740993", (await GetAsync("api/v3/activities/9007199254740994/laps")).Body, StringComparison.Ordinal);
    }

    private Task<Reply> RefreshAsync(string token) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token));

    private Task<Reply> TokenAsync(params (string, string)[] fields) =>
        PostAsync("oauth/token", [("client_id", "1"), ("client_secret", "fake-client-secret"), .. fields]);

    private static IEnumerable<(string, string)> HiddenFields(string html) => Hidden().Matches(html)
        .Select(match => (match.Groups["name"].Value, HttpUtility.HtmlDecode(match.Groups["value"].Value)));

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.None, 1000)]
    private static partial Regex Hidden();
}
