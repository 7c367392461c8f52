using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Authorization;

/// <summary>strava-v3-api.md, "Access": several applications, each with its own tokens.</summary>
public partial class ApplicationTests : FakeStravaTest
{
    private const string Scopes = "read,activity:read,activity:write";

    [Theory]
    [Clause("V3-003")]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task Settings_page_shows_token_of_the_athlete_who_registered_the_application(FakeProfile profile)
    {
        await StartAsync(TwoApplications with { Profile = profile });

        var (first, second) = (await SettingsTokenAsync(1), await SettingsTokenAsync(2));

        Assert.Equal((Server.AccessToken, true), (first, first != second));
        Assert.Equal((227_615, 2),
            ((await GetAsync("api/v3/athlete", first)).Number("id"), (await GetAsync("api/v3/athlete", second)).Number("id")));
        // It can only read.
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Post, "api/v3/activities?name=a", token: second)).Status);
        Assert.Contains("<h1>Second</h1>", (await GetAsync("settings/api?client_id=2", "")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("settings/api?client_id=9", "")).Status);
    }

    [Fact]
    public async Task Requests_count_for_the_application_of_the_token()
    {
        await StartAsync(TwoApplications);
        var token = await SettingsTokenAsync(2);
        await GetAsync("api/v3/athlete");

        Assert.Equal("1,1", (await GetAsync("api/v3/athlete", token)).Header("X-Ratelimit-Usage"));
        Assert.Contains("1 in these 15 minutes", (await GetAsync("settings/api?client_id=2", "")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("V3-005")]
    public async Task Application_can_read_an_athlete_only_after_authorization()
    {
        await StartAsync(TwoApplications);
        await UploadAsync(TestFiles.Gpx(), "gpx");
        var id = Server.Activities[0].Id;

        // The second application has only a token of its owner; the tokens of the first application do not work for it.
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"api/v3/activities/{id}", await AuthorizeAsync(2, athlete: 2))).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(AuthorizePath(2, 227_615, "auto"), "")).Status);
        var code = await CodeAsync(1, 227_615);
        AssertFault(await ExchangeAsync(2, ("code", code)), HttpStatusCode.BadRequest, "Bad Request", "AuthorizationCode", "code",
            "invalid");
        var refresh = await ExchangeAsync(2, ("grant_type", "refresh_token"), ("refresh_token", "fake-refresh-token"));
        AssertFault(refresh, HttpStatusCode.BadRequest, "Bad Request", "RefreshToken", "refresh_token", "invalid");

        var authorized = await AuthorizeAsync(2, 227_615);

        Assert.Equal(id, (await GetAsync($"api/v3/activities/{id}", authorized)).Number("id"));
        await SendAsync(HttpMethod.Post, "oauth/deauthorize", token: authorized);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync($"api/v3/activities/{id}", authorized)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"api/v3/activities/{id}")).Status);
    }

    [Theory]
    [Clause("V3-006")]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task Each_application_can_read_segments_and_leaderboards_without_authorization_of_their_athletes(FakeProfile profile)
    {
        await StartAsync(TwoApplications with { Profile = profile, Segments = [Recordings.Segment with { Id = 5 }] });
        await UploadAsync(Recordings.Tcx(), "tcx");
        foreach (var token in new[] { Server.AccessToken, await SettingsTokenAsync(2) })
        {
            Assert.Equal(5, (await GetAsync("api/v3/segments/5", token)).Number("id"));
            var entry = Assert.Single(
                (await GetAsync("api/v3/segments/5/leaderboard", token)).Json.GetProperty("entries").EnumerateArray());
            Assert.Equal(227_615, entry.GetProperty("athlete_id").GetInt64());
            Assert.Equal(1, (await GetAsync("api/v3/segments/5/all_efforts", token)).Json.GetArrayLength());
        }
    }

    [Fact]
    public async Task Application_of_an_unknown_athlete_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => StartAsync(new FakeStravaOptions { Applications = [new FakeApplication { AthleteId = 9 }] }));

    /// <summary>The second athlete registered the second application.</summary>
    private static FakeStravaOptions TwoApplications => TwoAthletes with
    {
        Applications =
            [new FakeApplication(), new FakeApplication { ClientId = 2, ClientSecret = "second-secret", Name = "Second", AthleteId = 2 }],
    };

    private async Task<string> SettingsTokenAsync(int application) =>
        Token().Match((await GetAsync($"settings/api?client_id={application}", "")).Body).Groups["token"].Value;

    private async Task<string> AuthorizeAsync(int application, long athlete)
    {
        var tokens = await ExchangeAsync(application, ("code", await CodeAsync(application, athlete)));
        Assert.Equal(athlete, tokens.Json.GetProperty("athlete").GetProperty("id").GetInt64());
        return tokens.Text("access_token")!;
    }

    private async Task<string> CodeAsync(int application, long athlete)
    {
        var redirect = await PostAsync(AuthorizePath(application, athlete, "force"), ("decision", "allow"));
        return HttpUtility.ParseQueryString(redirect.ResponseHeaders.Location!.Query)["code"]!;
    }

    private static string AuthorizePath(int application, long athlete, string prompt) =>
        $"oauth/authorize?client_id={application}&athlete_id={athlete}&redirect_uri=http://localhost/&response_type=code"
            + $"&scope={Scopes}&approval_prompt={prompt}";

    private Task<Reply> ExchangeAsync(int application, params (string, string)[] fields) => PostAsync(
        "oauth/token",
        [("client_id", $"{application}"), ("client_secret", application == 1 ? "fake-client-secret" : "second-secret"), .. fields]);

    [GeneratedRegex("<dt>Your Access Token</dt><dd>(?<token>[^<]*)</dd>", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [Fact]
    public async Task Inactive_application_gets_tokens_and_nothing_else()
    {
        await StartAsync(new FakeStravaOptions { Applications = [new FakeApplication { IsInactive = true }] });

        var token = await PostAsync("oauth/token", ("client_id", "1"), ("client_secret", "fake-client-secret"),
            ("grant_type", "refresh_token"), ("refresh_token", "fake-refresh-token"));
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");

        Assert.Equal(HttpStatusCode.OK, token.Status);
        AssertFault(upload, HttpStatusCode.Forbidden, "Forbidden", "Application", "Status", "Inactive");
    }

    [Fact]
    public async Task Upgraded_application_has_twice_the_limits()
    {
        await StartAsync(new FakeStravaOptions { RateLimits = FakeRateLimits.Upgraded });

        var reply = await GetAsync("api/v3/athlete");

        Assert.Equal(("400,4000", "200,2000"), (reply.Header("X-Ratelimit-Limit"), reply.Header("X-Readratelimit-Limit")));
    }

    [Theory]
    [InlineData(FakeProfile.Current, HttpStatusCode.BadRequest)]
    [InlineData(FakeProfile.Documented, HttpStatusCode.OK)]
    public async Task Scopes_that_are_separated_by_spaces_are_refused_today(FakeProfile profile, HttpStatusCode expected)
    {
        await StartAsync(new FakeStravaOptions { Profile = profile });

        var page = await GetAsync(
            "oauth/authorize?client_id=1&redirect_uri=http://localhost/&response_type=code&scope=read%20activity:write", "");

        Assert.Equal(expected, page.Status);
    }
}
