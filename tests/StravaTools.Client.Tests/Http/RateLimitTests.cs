using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>strava-v3-api.md, "Rate Limiting", and the headers of real responses.</summary>
public sealed class RateLimitTests
{
    private const string Upload = """{"id":1}""";
    private const string Exceeded =
        """{"message":"Rate Limit Exceeded","errors":[{"resource":"Application","field":"rate limit","code":"exceeded"}]}""";

    /// <summary>The time of the documented example.</summary>
    private static readonly DateTimeOffset Noted = new(2013, 10, 10, 20, 11, 1, TimeSpan.Zero);

    [Theory]
    [InlineData("X-Ratelimit-Limit: 600,30000|X-Ratelimit-Usage: 254,12536", "254 of 600", "12,536 of 30,000", "unknown of unknown",
        "unknown of unknown")]
    [InlineData("X-RateLimit-Limit: 200,2000|X-RateLimit-Usage: 3,78|X-ReadRateLimit-Limit: 100,1000|X-ReadRateLimit-Usage: 2,77",
        "3 of 200", "78 of 2,000", "2 of 100", "77 of 1,000")]
    [InlineData("x-ratelimit-limit: 200,2000|X-RATELIMIT-USAGE: 3,78|X-Readratelimit-Limit: 100,1000|x-readratelimit-usage: 2,77",
        "3 of 200", "78 of 2,000", "2 of 100", "77 of 1,000")]
    [InlineData("X-Ratelimit-Limit:  200 , 2000 |X-Ratelimit-Usage:\t3 ,78", "3 of 200", "78 of 2,000", "unknown of unknown",
        "unknown of unknown")]
    [InlineData("X-Ratelimit-Limit: 200,2000|X-Ratelimit-Usage: 1,2|X-Readratelimit-Limit: 100,1000|X-Readratelimit-Usage: ,", "1 of 200",
        "2 of 2,000", "unknown of 100", "unknown of 1,000")]
    [InlineData("X-Ratelimit-Limit: 200|X-Ratelimit-Usage: ,78", "unknown of 200", "78 of unknown", "unknown of unknown",
        "unknown of unknown")]
    [InlineData("X-Ratelimit-Limit: 200|X-Ratelimit-Limit: 2000|X-Ratelimit-Usage: 3,78,9", "3 of 200", "78 of 2,000", "unknown of unknown",
        "unknown of unknown")]
    [InlineData("X-Ratelimit-Limit: many,-5|X-Ratelimit-Usage: 99999999999999999999,6000000000", "unknown of unknown",
        "6,000,000,000 of unknown", "unknown of unknown", "unknown of unknown")]
    public async Task Headers_are_read_in_any_case_and_format(string headers, string quarter, string day, string readQuarter,
        string readDay)
    {
        await using var server = new ScriptedServer(ScriptedServer.With(ScriptedServer.Json(200, Upload), headers.Split('|')));
        var client = For(server, new ManualTimeProvider(Noted));
        await client.GetUploadStatusAsync(1, Cancellation);

        var limit = client.RateLimit!;
        Assert.Equal(quarter, limit.FifteenMinutes.ToString());
        Assert.Equal(day, limit.Daily.ToString());
        Assert.Equal(readQuarter, limit.ReadFifteenMinutes.ToString());
        Assert.Equal(readDay, limit.ReadDaily.ToString());
        Assert.Equal(Noted, limit.SeenAt);
    }

    [Theory]
    [InlineData("X-RateLimit-Limit: 200,2000", "unknown of 200", "unknown of unknown")]
    [InlineData("X-RateLimit-Usage: 3,78", "3 of unknown", "unknown of unknown")]
    [InlineData("X-ReadRateLimit-Limit: 100,1000", "unknown of unknown", "unknown of 100")]
    [InlineData("X-ReadRateLimit-Usage: 2,77", "unknown of unknown", "2 of unknown")]
    public async Task Single_header_is_read_without_the_others(string header, string quarter, string readQuarter)
    {
        await using var server = new ScriptedServer(ScriptedServer.With(ScriptedServer.Json(200, Upload), header));
        var client = For(server);
        await client.GetUploadStatusAsync(1, Cancellation);

        Assert.Equal((quarter, readQuarter), (client.RateLimit!.FifteenMinutes.ToString(), client.RateLimit.ReadFifteenMinutes.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("X-Ratelimit-Limit: |X-Ratelimit-Usage: ,")]
    public async Task Unreported_limit_is_unknown_and_not_used_up(string headers)
    {
        await using var server = new ScriptedServer(
            ScriptedServer.With(ScriptedServer.Json(200, Upload), headers.Split('|', StringSplitOptions.RemoveEmptyEntries)));
        var client = For(server);
        await client.GetUploadStatusAsync(1, Cancellation);

        Assert.Null(client.RateLimit);
        Assert.False(new RateLimitCount(Usage: 5).IsUsedUp);
        Assert.False(new RateLimitCount(Limit: 0).IsUsedUp);
        Assert.Null(new RateLimitCount(Limit: 5).Remaining);
        Assert.Equal(0, new RateLimitCount(600, 642).Remaining);
    }

    [Fact]
    public async Task Response_without_headers_keeps_the_limits_and_usage_ends_with_its_window()
    {
        var (ok, missing) = (ScriptedServer.Json(200, Upload), ScriptedServer.Json(404, "{}"));
        await using var server = new ScriptedServer(
            ScriptedServer.With(ok, "X-RateLimit-Limit: 200,2000", "X-RateLimit-Usage: 3,78", "X-ReadRateLimit-Limit: 100,1000",
                "X-ReadRateLimit-Usage: 2,77"),
            missing,
            ScriptedServer.With(ok, "X-RateLimit-Limit: 200,2000", "X-RateLimit-Usage: 4,79", "X-ReadRateLimit-Limit: 100,1000",
                "X-ReadRateLimit-Usage: ,"),
            ScriptedServer.With(ok, "X-RateLimit-Limit: 200,2000", "X-RateLimit-Usage: 1,80"));
        var clock = new ManualTimeProvider(Noted);
        var client = For(server, clock);

        await client.GetUploadStatusAsync(1, Cancellation);
        await AssertErrorAsync(StravaErrors.NotFound, () => client.GetUploadStatusAsync(1, Cancellation));
        Assert.Equal("2 of 100", client.RateLimit!.ReadFifteenMinutes.ToString());

        await client.GetUploadStatusAsync(1, Cancellation);
        Assert.Equal(("4 of 200", "2 of 100"),
            (client.RateLimit.FifteenMinutes.ToString(), client.RateLimit.ReadFifteenMinutes.ToString()));

        clock.SetUtcNow(Noted.AddMinutes(4));
        await client.GetUploadStatusAsync(1, Cancellation);
        Assert.Equal(("unknown of 100", "77 of 1,000"),
            (client.RateLimit.ReadFifteenMinutes.ToString(), client.RateLimit.ReadDaily.ToString()));
    }

    /// <summary>The documented example is 403 with usage 642,27300; Strava has answered 429 since.</summary>
    [Theory]
    [Clause("V3-036")]
    [InlineData(403, Exceeded, "X-Ratelimit-Limit: 600,30000|X-Ratelimit-Usage: 642,27300", RateLimitWindow.FifteenMinutes)]
    [InlineData(429, Exceeded, "X-Ratelimit-Limit: 200,2000|X-Ratelimit-Usage: 201,900", RateLimitWindow.FifteenMinutes)]
    [InlineData(429, Exceeded, "X-Ratelimit-Limit: 200,2000|X-Ratelimit-Usage: 12,2000", RateLimitWindow.Daily)]
    [InlineData(403, Exceeded, "X-Ratelimit-Limit: 600,30000|X-Ratelimit-Usage: 642,30001", RateLimitWindow.Daily)]
    [InlineData(429, Exceeded, "X-Readratelimit-Limit: 100,1000|X-Readratelimit-Usage: 9,1000", RateLimitWindow.Daily)]
    [InlineData(429, """{"errors":"Rate Limit Exceeded","status":429,"message":"Too Many Requests"}""", "", RateLimitWindow.FifteenMinutes)]
    [InlineData(429, "", "X-Ratelimit-Limit: ,|X-Ratelimit-Usage: ,2000", RateLimitWindow.FifteenMinutes)]
    public async Task Both_forms_of_a_rate_limit_are_one_error_with_window_and_reset_time(int status, string body, string headers,
        RateLimitWindow window)
    {
        var answer = ScriptedServer.With(ScriptedServer.Json(status, body), headers.Split('|', StringSplitOptions.RemoveEmptyEntries));
        await using var server = new ScriptedServer(answer);
        var error = Assert.IsType<StravaException>(await AssertErrorAsync(
            StravaErrors.RateLimited, () => For(server, new ManualTimeProvider(Noted)).GetUploadStatusAsync(1, Cancellation)));

        var reset = window == RateLimitWindow.Daily ? new DateTime(2013, 10, 11) : new DateTime(2013, 10, 10, 20, 15, 0);
        Assert.Equal(((RateLimitWindow?)window, new DateTimeOffset(reset, TimeSpan.Zero)),
            (error.RateLimitWindow, error.RateLimitResetAt!.Value));
        Assert.Equal(status, (int)error.StatusCode!);
        Assert.Contains(window == RateLimitWindow.Daily ? "day" : "15 minutes", error.Message, StringComparison.Ordinal);
        Assert.Contains(reset.ToString("yyyy-MM-dd HH:mm", null), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Daily_read_limit_does_not_block_writes_and_other_errors_have_no_window()
    {
        var limited =
            ScriptedServer.With(ScriptedServer.Json(429, Exceeded), "X-ReadRateLimit-Limit: 100,1000", "X-ReadRateLimit-Usage: 9,1000");
        await using var server = new ScriptedServer(limited, ScriptedServer.Json(403, """{"message":"Forbidden"}"""));
        var clock = new ManualTimeProvider(Noted);
        var client = For(server, clock);

        var error = Assert.IsType<StravaException>(
            await AssertErrorAsync(StravaErrors.RateLimited, () => client.UploadAsync(new() { File = Gpx() }, Cancellation)));
        Assert.Equal(RateLimitWindow.FifteenMinutes, error.RateLimitWindow);

        clock.SetUtcNow(error.RateLimitResetAt!.Value);
        error = Assert.IsType<StravaException>(
            await AssertErrorAsync(StravaErrors.Forbidden, () => client.GetUploadStatusAsync(1, Cancellation)));
        Assert.Null(error.RateLimitWindow ?? (object?)error.RateLimitResetAt);
    }

    /// <summary>The refusal reports no usage, so the usage that was reported before it counts as long as its day lasts.</summary>
    [Theory]
    [InlineData("2013-10-10T23:59:00Z", "2013-10-11T00:00:00Z", RateLimitWindow.Daily)]
    [InlineData("2013-10-11T00:00:00Z", "2013-10-11T00:15:00Z", RateLimitWindow.FifteenMinutes)]
    [InlineData("2013-10-11T12:07:00Z", "2013-10-11T12:15:00Z", RateLimitWindow.FifteenMinutes)]
    public async Task Day_that_was_used_up_counts_until_midnight(string now, string opens, RateLimitWindow window)
    {
        var usedUp = ScriptedServer.With(ScriptedServer.Json(200, Upload), "X-RateLimit-Limit: 200,2000", "X-RateLimit-Usage: 12,2000");
        await using var server = new ScriptedServer(usedUp, ScriptedServer.Json(429, Exceeded));
        var clock = new ManualTimeProvider(Noted);
        var client = For(server, clock);
        await client.GetUploadStatusAsync(1, Cancellation);

        clock.SetUtcNow(DateTimeOffset.Parse(now, null));
        var error = Assert.IsType<StravaException>(
            await AssertErrorAsync(StravaErrors.RateLimited, () => client.GetUploadStatusAsync(1, Cancellation)));

        Assert.Equal((window, DateTimeOffset.Parse(opens, null)), (error.RateLimitWindow, error.RateLimitResetAt));
    }

    [Theory]
    [InlineData("2025-03-30T00:59:59Z", "2025-03-30T01:00:00Z", "2025-03-31T00:00:00Z")]
    [InlineData("2025-03-30T01:00:00Z", "2025-03-30T01:15:00Z", "2025-03-31T00:00:00Z")]
    [InlineData("2025-12-31T23:45:00.1Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")]
    [InlineData("2025-06-01T09:29:00+05:30", "2025-06-01T04:00:00Z", "2025-06-02T00:00:00Z")]
    public void Windows_are_quarters_of_an_hour_and_UTC_days(string now, string quarter, string day)
    {
        var limit = new StravaRateLimit { SeenAt = DateTimeOffset.Parse(now, null) };
        Assert.Equal(DateTimeOffset.Parse(quarter, null), limit.FifteenMinutesResetAt);
        Assert.Equal(DateTimeOffset.Parse(day, null), limit.DailyResetAt);
    }
}
