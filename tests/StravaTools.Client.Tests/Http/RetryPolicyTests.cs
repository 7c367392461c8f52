using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>
/// Only requests that never reached the server are retried, and, on request, those that were rejected because of a rate limit.
/// </summary>
public sealed class RetryPolicyTests
{
    private const string Exceeded =
        """{"message":"Rate Limit Exceeded","errors":[{"resource":"Application","field":"rate limit","code":"exceeded"}]}""";
    private const string Upload = """{"id":1}""";

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 12, 3, 0, TimeSpan.Zero));
    private readonly List<CompletedRequest> _requests = [];
    private readonly List<ApiException> _waits = [];

    [Fact]
    public async Task POST_that_reached_no_server_is_retried()
    {
        await using var server = new ScriptedServer(isDown: true, ScriptedServer.Json(201, Upload));
        var upload = Client(server.Uri).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        await _clock.WaitingAsync(Cancellation);
        server.Begin();

        Assert.Equal(1, (await _clock.RunAsync(upload)).Id);
        Assert.Single(server.Requests);
        Assert.Equal(2, _requests.Count);
    }

    [Fact]
    public async Task Unreachable_server_is_tried_three_times_and_then_once_per_request()
    {
        await using var server = new ScriptedServer(isDown: true, ScriptedServer.Json(200, Upload), ScriptedServer.HangUp);
        var client = Client(server.Uri);
        var started = _clock.GetUtcNow();

        await AssertErrorAsync(StravaErrors.ServerUnreachable, () => _clock.RunAsync(client.GetUploadStatusAsync(1, Cancellation)));
        Assert.Equal((3, TimeSpan.FromSeconds(3)), (_requests.Count, _clock.GetUtcNow() - started));

        await AssertErrorAsync(StravaErrors.ServerUnreachable, () => _clock.RunAsync(client.GetUploadStatusAsync(1, Cancellation)));
        Assert.Equal(4, _requests.Count);

        server.Begin();
        Assert.Equal(1, (await client.GetUploadStatusAsync(1, Cancellation)).Id);
    }

    [Theory]
    [InlineData(ScriptedServer.HangUp)]
    [InlineData("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 50\r\nConnection: close\r\n\r\n{")]
    public async Task POST_with_unknown_outcome_is_sent_once(string answer)
    {
        await using var server = new ScriptedServer(answer, ScriptedServer.Json(201, Upload));

        await AssertErrorAsync(StravaErrors.FateUnknown,
            () => Client(server.Uri, waits: true).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation));
        Assert.Single(server.Requests);
    }

    /// <summary>"reset at natural 15 minute intervals" (strava-v3-api.md, "Rate Limiting").</summary>
    [Theory]
    [InlineData(403, "X-Ratelimit-Limit: 600,30000|X-Ratelimit-Usage: 642,27300", "12:03", "2026-01-15T12:15:00Z")]
    [InlineData(429, "X-Ratelimit-Limit: 200,2000|X-Ratelimit-Usage: 12,2000", "23:44", "2026-01-16T00:00:00Z")]
    public async Task Rate_limit_is_waited_for_on_request(int status, string headers, string now, string opens)
    {
        _clock.SetUtcNow(DateTimeOffset.Parse($"2026-01-15T{now}:00Z", null));
        var limited = ScriptedServer.With(ScriptedServer.Json(status, Exceeded), headers.Split('|'));
        await using var server = new ScriptedServer(limited, ScriptedServer.Json(201, Upload));

        var uploaded = await _clock.RunAsync(Client(server.Uri, waits: true).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation));

        Assert.Equal(1, uploaded.Id);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Length, server.Requests[1].Length);
        Assert.Equal(DateTimeOffset.Parse(opens, null), Assert.Single(_waits).RateLimitResetAt);
        Assert.InRange(_clock.GetUtcNow(), DateTimeOffset.Parse(opens, null), DateTimeOffset.Parse(opens, null).AddSeconds(6));
    }

    [Fact]
    public async Task Rate_limit_is_waited_out_once_if_the_clock_of_the_server_is_four_seconds_late()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions
            {
                TimeProvider = new LateClock(_clock, TimeSpan.FromSeconds(4)),
                RateLimits = new FakeRateLimits(1, 100)
            }, Cancellation);
        var client = Client(fake.BaseUri, waits: true, fake.AccessToken);

        await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        await _clock.RunAsync(client.UploadAsync(new UploadRequest { File = Gpx(start: "2025-01-02T10:00:00Z") }, Cancellation));

        Assert.Single(_waits);
        Assert.Equal(3, _requests.Count);
        Assert.Equal(2, fake.Uploads.Count);
    }

    [Fact]
    public async Task Repeated_rejections_are_reported()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(ScriptedServer.Json(429, Exceeded), 9)]);

        await AssertErrorAsync(StravaErrors.RateLimited,
            () => _clock.RunAsync(Client(server.Uri, waits: true).GetUploadStatusAsync(1, Cancellation)));
        Assert.Equal((4, 3), (server.Requests.Count, _waits.Count));
    }

    [Fact]
    public async Task No_request_is_sent_until_the_limit_resets_without_waiting()
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Json(429, Exceeded), ScriptedServer.Json(201, Upload), ScriptedServer.Json(200, Upload));
        var client = Client(server.Uri);

        await AssertErrorAsync(StravaErrors.RateLimited, () => client.GetUploadStatusAsync(1, Cancellation));
        var again = await AssertErrorAsync(StravaErrors.RateLimited, () => client.GetUploadStatusAsync(1, Cancellation));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 12, 15, 0, TimeSpan.Zero), again.RateLimitResetAt);
        Assert.Single(server.Requests);

        // Reads have a separate limit, which does not block writes.
        Assert.Equal(1, (await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation)).Id);
        _clock.SetUtcNow(new DateTimeOffset(2026, 1, 15, 12, 15, 0, TimeSpan.Zero));
        Assert.Equal(1, (await client.GetUploadStatusAsync(1, Cancellation)).Id);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Rejected_upload_blocks_uploads_and_reads_until_the_limit_resets()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(429, Exceeded), ScriptedServer.Json(201, Upload));
        var client = Client(server.Uri);

        await AssertErrorAsync(StravaErrors.RateLimited, () => client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation));
        await AssertErrorAsync(StravaErrors.RateLimited, () => client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation));
        await AssertErrorAsync(StravaErrors.RateLimited, () => client.GetUploadStatusAsync(1, Cancellation));
        Assert.Single(server.Requests);

        _clock.SetUtcNow(new DateTimeOffset(2026, 1, 15, 12, 15, 0, TimeSpan.Zero));
        Assert.Equal(1, (await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation)).Id);
    }

    [Fact]
    public async Task Upload_without_a_status_keeps_its_id()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201,
            """{"id":7,"status":"Your activity is still being processed."}"""), ScriptedServer.Json(429, Exceeded));
        var sent = new ActivityUploader(Client(server.Uri)).SendAsync(
            new UploadRequest { File = Gpx() }, new UploadOptions { Wait = new UploadWait() }, cancellationToken: Cancellation);

        var result = await _clock.RunAsync(sent);
        Assert.Equal((UploadOutcome.Pending, 7L, "RateLimited"), (result.Outcome, result.Id!.Value, result.ErrorId));
    }

    [Fact]
    public async Task Folder_larger_than_the_limit_is_uploaded_completely()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { TimeProvider = _clock, RateLimits = new FakeRateLimits(3, 100) }, Cancellation);
        var client = Client(fake.BaseUri, waits: true, fake.AccessToken);
        for (var i = 0; i < 8; i++)
        {
            await _clock.RunAsync(
                client.UploadAsync(new UploadRequest { File = Gpx(start: $"2025-01-{i + 1:00}T10:00:00Z") }, Cancellation));
        }

        Assert.Equal(2, _waits.Count);
        Assert.Equal(8, fake.Uploads.Count);
    }

    private StravaClient Client(Uri server, bool waits = false, string token = Token) => new(
        ApiHttp.CreateClient(), new StaticAccessToken(token), new StravaClientOptions
        {
            BaseUri = server,
            TimeProvider = _clock,
            WaitForRateLimit = waits,
            Waiting = _waits.Add,
            RequestCompleted = _requests.Add,
        });

    /// <summary>A clock that is slow by a fixed time.</summary>
    private sealed class LateClock(TimeProvider clock, TimeSpan delay) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - delay;
    }
}
