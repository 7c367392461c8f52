using System.Net;
using System.Web;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.RateLimits;

/// <summary>strava-v3-api.md, "Rate Limiting": requests are limited per application, not per athlete.</summary>
public class RateLimitPerApplicationTests : FakeStravaTest
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 12, 7, 0, TimeSpan.Zero));

    [Fact]
    [Clause("V3-020")]
    public async Task Athletes_of_one_application_share_its_usage_and_another_application_has_its_own()
    {
        await StartAsync(Options);
        var token = await TokenOfSecondApplicationAsync();

        Assert.Equal("1,1", await UsageAsync(Server.AccessToken));
        Assert.Equal("2,2", await UsageAsync("other-token"));
        Assert.Equal("1,1", await UsageAsync(token));
        Assert.Equal("3,3", await UsageAsync(Server.AccessToken));
        Assert.Equal("2,2", await UsageAsync(token));
    }

    [Fact]
    [Clause("V3-020")]
    public async Task Application_beyond_its_limit_does_not_stop_another_application_of_the_same_athlete()
    {
        await StartAsync(Options with { RateLimits = new FakeRateLimits(1, 100) });
        var token = await TokenOfSecondApplicationAsync();
        await GetAsync("api/v3/athlete");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete", "other-token")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete", token)).Status);
    }

    private FakeStravaOptions Options => TwoAthletes with
    {
        TimeProvider = _clock,
        Applications = [new FakeApplication(), new FakeApplication { ClientId = 2, ClientSecret = "second-secret" }],
    };

    private async Task<string?> UsageAsync(string token) => (await GetAsync("api/v3/athlete", token)).Header("X-Ratelimit-Usage");

    /// <summary>The first athlete allows the second application to read.</summary>
    private async Task<string> TokenOfSecondApplicationAsync()
    {
        var consent = await PostAsync(
            "oauth/authorize",
            ("client_id", "2"), ("redirect_uri", "http://localhost/"), ("response_type", "code"), ("scope", "read"), ("allow_read", "1"),
                ("decision", "allow"));
        var code = HttpUtility.ParseQueryString(consent.ResponseHeaders.Location!.Query)["code"]!;
        var tokens = await PostAsync(
            "oauth/token", ("client_id", "2"), ("client_secret", "second-secret"), ("grant_type", "authorization_code"), ("code", code));
        return tokens.Text("access_token")!;
    }
}
