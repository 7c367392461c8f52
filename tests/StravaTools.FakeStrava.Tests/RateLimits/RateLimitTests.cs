using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.RateLimits;

/// <summary>strava-v3-api.md, "Rate Limiting", and field-notes.md, 3.4.</summary>
public class RateLimitTests : FakeStravaTest
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 12, 7, 0, TimeSpan.Zero));

    [Fact]
    [Clause("V3-021", "V3-022", "V3-023", "V3-028", "V3-030", "V3-031", "V3-034")]
    public async Task Documented_profile_has_limits_of_600_and_30000_in_each_response()
    {
        await StartAsync(Options(FakeProfile.Documented));

        var (first, missing, rejected) =
            (await GetAsync("api/v3/athlete"), await GetAsync("api/v3/activities/1"), await GetAsync("api/v3/athlete", "unknown"));

        Assert.All([first, missing, rejected], reply => Assert.Equal("600,30000", reply.Header("X-RateLimit-Limit")));
        Assert.Equal(["1,1", "2,2", "2,2"], new[] { first, missing, rejected }.Select(reply => reply.Header("X-RateLimit-Usage")));
        Assert.Null(first.Header("X-ReadRateLimit-Limit"));
    }

    [Fact]
    [Clause("V3-026", "V3-027", "V3-035")]
    public async Task Documented_profile_returns_403_beyond_the_limit_and_continues_counting()
    {
        await StartAsync(Options(FakeProfile.Documented) with { RateLimits = new FakeRateLimits(2, 30_000) });
        for (var i = 0; i < 3; i++)
        {
            await GetAsync("api/v3/athlete");
        }

        var limited = await GetAsync("api/v3/athlete");

        AssertFault(limited, HttpStatusCode.Forbidden, "Rate Limit Exceeded", "Application", "rate limit", "exceeded");
        JsonLike.Assert(Examples.RateLimited, limited.Json);
        Assert.Equal(("2,30000", "4,4"), (limited.Header("X-RateLimit-Limit"), limited.Header("X-RateLimit-Usage")));
    }

    [Fact]
    [Clause("V3-024")]
    public async Task Short_window_restarts_at_the_quarter_hour()
    {
        await StartAsync(Options(FakeProfile.Documented) with { RateLimits = new FakeRateLimits(1, 30_000) });
        await GetAsync("api/v3/athlete");
        _clock.Advance(new TimeSpan(0, 7, 59));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("api/v3/athlete")).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));

        var next = await GetAsync("api/v3/athlete");
        Assert.Equal((HttpStatusCode.OK, "1,3"), (next.Status, next.Header("X-RateLimit-Usage")));
    }

    [Fact]
    [Clause("V3-025")]
    public async Task Day_restarts_at_midnight_UTC()
    {
        await StartAsync(Options(FakeProfile.Current) with { RateLimits = new FakeRateLimits(100, 1, 100, 100) });
        await GetAsync("api/v3/athlete");
        _clock.SetUtcNow(new DateTimeOffset(2026, 1, 15, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("api/v3/athlete")).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1,1", (await GetAsync("api/v3/athlete")).Header("X-Ratelimit-Usage"));
    }

    [Fact]
    public async Task Current_profile_has_separate_read_limits()
    {
        await StartAsync(Options(FakeProfile.Current));

        var (read, upload) = (await GetAsync("api/v3/athlete"), await UploadAsync(TestFiles.Gpx(), "gpx"));

        Assert.Equal(("200,2000", "1,1"), (read.Header("X-Ratelimit-Limit"), read.Header("X-Ratelimit-Usage")));
        Assert.Equal(("100,1000", "1,1"), (read.Header("X-Readratelimit-Limit"), read.Header("X-Readratelimit-Usage")));
        Assert.Equal(("2,2", ","), (upload.Header("X-Ratelimit-Usage"), upload.Header("X-Readratelimit-Usage")));
        // The spelling of real responses, which clients compare.
        Assert.Contains("X-Readratelimit-Limit", read.ResponseHeaders.Select(header => header.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Reading_beyond_the_limit_is_429_and_uploads_continue()
    {
        await StartAsync(Options(FakeProfile.Current));
        for (var i = 0; i < 100; i++)
        {
            await GetAsync("api/v3/athlete");
        }

        var limited = await GetAsync("api/v3/athlete");

        AssertFault(limited, HttpStatusCode.TooManyRequests, "Rate Limit Exceeded", "Application", "rate limit", "exceeded");
        Assert.Equal("101,101", limited.Header("X-Readratelimit-Usage"));
        Assert.Equal(HttpStatusCode.Created, (await UploadAsync(TestFiles.Gpx(), "gpx")).Status);
    }

    [Fact]
    public async Task Current_profile_has_no_headers_on_401_404_and_tokens()
    {
        await StartAsync(Options(FakeProfile.Current));

        var replies =
            new[] { await GetAsync("api/v3/athlete", "unknown"), await GetAsync("api/v3/activities/1"), await PostAsync("oauth/token") };

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.BadRequest],
            replies.Select(reply => reply.Status));
        Assert.All(replies, reply => Assert.Null(reply.Header("X-Ratelimit-Usage")));
        Assert.Equal("2,2", (await GetAsync("api/v3/athlete")).Header("X-Ratelimit-Usage"));
    }

    [Fact]
    [Clause("V3-004", "V3-029")]
    public async Task Settings_page_shows_token_limits_and_usage()
    {
        await StartAsync(Options(FakeProfile.Documented));
        await GetAsync("api/v3/athlete");

        var page = (await GetAsync("settings/api", "")).Body;

        Assert.Contains(Server.AccessToken, page, StringComparison.Ordinal);
        Assert.Contains("600 requests every 15 minutes, 30000 daily", page, StringComparison.Ordinal);
        Assert.Contains("1 in these 15 minutes, 1 today", page, StringComparison.Ordinal);
    }

    private FakeStravaOptions Options(FakeProfile profile) => new() { Profile = profile, TimeProvider = _clock };
}
