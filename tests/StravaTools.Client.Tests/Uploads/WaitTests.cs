using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Uploads;

/// <summary>strava-uploads.md, "Check Upload Status": at most one poll per second, and every wait times out.</summary>
public sealed class WaitTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    [Clause("UP-006", "UP-250")]
    public async Task Polls_are_at_least_a_second_apart_and_become_less_frequent()
    {
        await using var fake =
            await FakeStravaServer.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(6) }, Cancellation);
        var polls = new List<DateTimeOffset>();
        var client = For(fake, _clock, request => polls.Add(_clock.GetUtcNow()));

        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        var status = await _clock.RunAsync(client.WaitForUploadAsync(uploaded, cancellationToken: Cancellation));

        Assert.Equal(UploadOutcome.Ready, UploadResults.OutcomeOf(status));
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], polls.Zip(polls.Skip(1), (one, next) => Math.Round((next - one).TotalSeconds)));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(10)]
    [InlineData(0.5)]
    public async Task Wait_times_out_with_pending_outcome(double seconds)
    {
        await using var fake =
            await FakeStravaServer.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1000) }, Cancellation);
        var client = For(fake, _clock);
        var polls = new List<UploadStatus>();
        var started = _clock.GetUtcNow();

        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        var status = await _clock.RunAsync(client.WaitForUploadAsync(
            uploaded, new UploadWait { Timeout = TimeSpan.FromSeconds(seconds) }, new Recorder(polls), Cancellation));

        Assert.Equal(UploadOutcome.Pending, client.ToResult(status).Outcome);
        Assert.Equal(uploaded.Id, status.Id);
        Assert.InRange((_clock.GetUtcNow() - started).TotalSeconds, seconds, Math.Max(1, seconds) + 1);
        Assert.NotEmpty(polls);
    }

    [Fact]
    public async Task Wait_of_zero_sends_no_request()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = For(fake, _clock);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);

        Assert.Same(uploaded,
            await client.WaitForUploadAsync(uploaded, new UploadWait { Timeout = TimeSpan.Zero }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Wait_can_be_canceled()
    {
        await using var fake =
            await FakeStravaServer.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1000) }, Cancellation);
        using var cancel = new CancellationTokenSource();
        var client = For(fake, _clock);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);

        var wait = client.WaitForUploadAsync(uploaded, cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Failed_polls_do_not_end_the_wait()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Html(503, "<html>busy</html>"), ScriptedServer.HangUp, ScriptedServer.Html(200, "<html>captive portal</html>"),
            ScriptedServer.Json(200, """{"id":1,"status":"Your activity is ready.","error":null,"activity_id":2}"""));
        var client = For(server, _clock);
        var status = await _clock.RunAsync(client.WaitForUploadAsync(new UploadStatus { Id = 1 }, cancellationToken: Cancellation));

        Assert.Equal((UploadOutcome.Ready, 2), (UploadResults.OutcomeOf(status), status.ActivityId));
    }

    [Theory]
    [InlineData(401, "NotAuthorized")]
    [InlineData(404, "NotFound")]
    [InlineData(429, "RateLimited")]
    public async Task Permanent_error_ends_the_wait(int status, string code)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(status, "{}"));
        var wait = For(server, _clock).WaitForUploadAsync(new UploadStatus { Id = 1 }, cancellationToken: Cancellation);

        Assert.Equal(code, (await Assert.ThrowsAsync<StravaException>(() => _clock.RunAsync(wait))).Code);
    }

    [Fact]
    public async Task Deleted_activity_is_reported()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = For(fake, _clock);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        var ready = await client.GetUploadStatusAsync(uploaded.Id, Cancellation);
        fake.DeleteActivity(ready.ActivityId!.Value);

        Assert.Equal(UploadOutcome.Deleted, client.ToResult(await client.GetUploadStatusAsync(uploaded.Id, Cancellation)).Outcome);
    }

    [Fact]
    public async Task Completed_requests_are_reported_without_secrets()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var requests = new List<CompletedRequest>();
        await For(fake, completed: requests.Add).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);

        var line = Assert.Single(requests).ToString();
        Assert.Contains($"POST {fake.BaseUri}api/v3/uploads: 201 after ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(fake.AccessToken, line, StringComparison.Ordinal);
    }

    private sealed class Recorder(List<UploadStatus> polls) : IProgress<UploadStatus>
    {
        public void Report(UploadStatus value) => polls.Add(value);
    }
}
