using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Uploads;

/// <summary>
/// A file that was never sent is not "unknown", and a file that may have arrived is not "not sent". After the same answer twice that every
/// file would get, nothing more is sent.
/// </summary>
public sealed class NotSentTests : IDisposable
{
    private const string Processing = """{"id":7,"status":"Your activity is still being processed."}""";
    private const string Invalid =
        """{"message":"Authorization Error","errors":[{"resource":"Athlete","field":"access_token","code":"invalid"}]}""";

    private readonly ManualTimeProvider _clock = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(401, "{}", "NotAuthorized")]
    [InlineData(403, "{}", "Forbidden")]
    [InlineData(404, "{}", "NotFound")]
    [InlineData(410, "", "ApiMoved")]
    [InlineData(402, "", "SubscriptionRequired")]
    [InlineData(404, """{"errors":[{"resource":"resource","field":"path","code":"invalid"}]}""", "EndpointRemoved")]
    [InlineData(403, """{"errors":[{"resource":"Application","field":"Status","code":"Inactive"}]}""", "ApplicationInactive")]
    [InlineData(401, """{"errors":[{"resource":"Application","field":"internal","code":"invalid"}]}""", "EndpointRestricted")]
    [InlineData(401, """{"errors":[{"resource":"AccessToken","field":"activity:write_permission","code":"missing"}]}""", "MissingScope")]
    [InlineData(429, "{}", "RateLimited")]
    public async Task Refused_upload_is_not_sent(int status, string body, string errorId)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(status, body));
        var result = await SendAsync(new ActivityUploader(For(server)));

        Assert.Equal((UploadOutcome.NotSent, errorId, null), (result.Outcome, result.ErrorId, result.Id));
        Assert.NotNull(result.Remedy);
        Assert.Equal(errorId, UploadProblem.FromResult(result)!.Exception.Code);
    }

    [Fact]
    public async Task Unreachable_server_and_stalled_handshake_are_not_sent()
    {
        await using var silent = new RawServer(request => request.StallAsync());
        var handshake = new UriBuilder(silent.Uri) { Scheme = "https" }.Uri;
        foreach (var server in new[] { Unreachable(), handshake })
        {
            var client = Create(server, clock: _clock, timeout: TimeSpan.FromMilliseconds(400));
            var result = await _clock.RunAsync(SendAsync(new ActivityUploader(client)));

            Assert.Equal((UploadOutcome.NotSent, StravaErrors.ServerUnreachable.Id), (result.Outcome, result.ErrorId));
        }
    }

    [Theory]
    [InlineData(ScriptedServer.HangUp, "ConnectionLost")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{", "ConnectionLost")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "ServerFailed")]
    [InlineData("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n", "AuthorizationRefused")]
    [InlineData("HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", "LoginNotRenewed")]
    public async Task Failed_refresh_sends_no_file(string answer, string errorId)
    {
        await using var server = new ScriptedServer(answer);
        var result = await SendAsync(new ActivityUploader(await LoggedInAsync(server.Uri, expired: true)));

        Assert.Equal((UploadOutcome.NotSent, errorId), (result.Outcome, result.ErrorId));
        Assert.StartsWith("POST /oauth/token", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("Check your activities", result.Remedy!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":0}""")]
    [InlineData("""{"id":-5}""")]
    [InlineData("""{"id":null,"status":"Your activity is still being processed."}""")]
    [InlineData("""[{"id":5}]""")]
    public async Task Success_without_an_id_is_unknown(string body)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, body));
        var result = await SendAsync(new ActivityUploader(For(server)));

        Assert.Equal((UploadOutcome.Unknown, "FateUnknown", null), (result.Outcome, result.ErrorId, result.Id));
    }

    [Theory]
    [InlineData("""{"id":7,"activity_id":5,"photo_metadata":[{"uri":"https://p.example/","header":[1,"x"],"method":"PUT"}]}""", 5L)]
    [InlineData("""{"id":"7","activity_id":"5","photo_metadata":[{"uri":"https://p.example/","header":{"a":1},"max_size":1e400}]}""", 5L)]
    [InlineData("""{"id":7.0,"activity_id":5,"photo_metadata":"none","external_id":5,"id_str":7,"error":false}""", 5L)]
    [InlineData("""{"id_str":"7","activity_id":5,"error":null,"status":["x"]}""", 5L)]
    [InlineData("""{"id":7,"activity_id":-1,"status":"Your activity is still being processed."}""", null)]
    [InlineData("""{"id":7,"activity_id":"soon"}""", null)]
    public async Task Readable_id_survives_odd_fields(string body, long? activityId)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, body));
        var result = await SendAsync(new ActivityUploader(For(server)));

        Assert.Equal((7L, activityId), (result.Id, result.ActivityId));
        Assert.NotEqual(UploadOutcome.Unknown, result.Outcome);
        Assert.Equal(activityId is not null, result.Outcome == UploadOutcome.Ready);
    }

    [Fact]
    public async Task Created_activity_survives_odd_photo_addresses()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201,
            """{"id":5,"photo_metadata":[{"uri":"https://p.example/","header":[1],"method":7,"max_size":1e400}]}"""));
        var created = await For(server).CreateActivityAsync(
            new NewActivity
            {
                Name = "Yoga",
                SportType = SportType.Parse("Yoga"),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromHours(1),
            }, Cancellation);

        Assert.Equal((5, "https://p.example/"), (created.Id, Assert.Single(created.PhotoMetadata!).Uri));
    }

    [Fact]
    public async Task Rejection_without_an_id_is_a_rejection()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, """{"error":"Improperly formatted data."}"""));
        var result = await SendAsync(new ActivityUploader(For(server)));

        Assert.Equal((UploadOutcome.Rejected, null, "Improperly formatted data."), (result.Outcome, result.Id, result.Error));
    }

    [Theory]
    [InlineData(401, "NotAuthorized", UploadOutcome.NotSent)]
    [InlineData(403, "Forbidden", UploadOutcome.NotSent)]
    [InlineData(502, "FateUnknown", UploadOutcome.Unknown)]
    [InlineData(200, "FateUnknown", UploadOutcome.Unknown)]
    public async Task Same_answer_twice_ends_the_batch(int status, string errorId, UploadOutcome outcome)
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(status, "<html>Sign in</html>")));
        var uploader = new ActivityUploader(Create(server.Uri));
        var results = new List<UploadResult>();
        for (var i = 0; i < 5; i++)
        {
            results.Add(await SendAsync(uploader));
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([outcome, outcome], results.Take(2).Select(result => result.Outcome));
        Assert.All(results.Skip(2), result =>
        {
            Assert.Equal((UploadOutcome.NotSent, errorId), (result.Outcome, result.ErrorId));
            Assert.StartsWith("It was not sent, because two files in a row had the same answer: ", result.Error, StringComparison.Ordinal);
            Assert.Equal(errorId, UploadProblem.FromResult(result)!.Exception.Code);
            Assert.DoesNotContain("Check your activities", result.Remedy!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Success_and_rejection_of_a_file_do_not_stop_the_batch()
    {
        string[] answers = [Json(502), Json(201, Processing), Json(502), Json(400), Json(502), Json(403), Json(502), Json(201, Processing)];
        await using var server = new ScriptedServer(answers);
        var uploader = new ActivityUploader(For(server));
        var outcomes = new List<UploadOutcome>();
        for (var i = 0; i < answers.Length; i++)
        {
            outcomes.Add((await SendAsync(uploader)).Outcome);
        }

        Assert.Equal(answers.Length, server.Requests.Count);
        Assert.Equal((UploadOutcome.Rejected, UploadOutcome.Pending), (outcomes[3], outcomes[^1]));

        static string Json(int status, string body = "") => ScriptedServer.Json(status, body);
    }

    [Fact]
    public async Task Missing_scope_is_reported_without_a_refresh_and_a_second_upload()
    {
        const string Missing =
            """{"message":"x","errors":[{"resource":"AccessToken","field":"activity:write_permission","code":"missing"}]}""";
        await using var server = new ScriptedServer(ScriptedServer.Json(401, Missing), ScriptedServer.Json(401, Missing));
        var result = await SendAsync(new ActivityUploader(await LoggedInAsync(server.Uri)));

        Assert.Equal(StravaErrors.MissingScope.Id, result.ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Rejected_token_is_renewed_once()
    {
        const string New = """{"access_token":"fake-new","refresh_token":"fake-refresh","expires_in":21600}""";
        await using var server = new ScriptedServer(
            ScriptedServer.Json(401, Invalid), ScriptedServer.Json(200, New), ScriptedServer.Json(201, Processing));
        var result = await SendAsync(new ActivityUploader(await LoggedInAsync(server.Uri)));

        Assert.Equal((UploadOutcome.Pending, 7L), (result.Outcome, result.Id));
        Assert.Contains("Bearer fake-new", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceled_wait_returns_the_upload_id()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedServer(ScriptedServer.Json(201, Processing));
        var sending = new ActivityUploader(For(server, _clock)).SendAsync(
            new UploadRequest { File = Gpx() }, new UploadOptions { Wait = new UploadWait() }, cancellationToken: cancel.Token);
        await _clock.WaitingAsync(Cancellation);
        await cancel.CancelAsync();
        var result = await sending;

        Assert.Equal((UploadOutcome.Pending, 7L, StravaErrors.WaitCanceled.Id), (result.Outcome, result.Id, result.ErrorId));
        Assert.True(UploadProblem.FromResult(result)!.IsWarning);
    }

    [Fact]
    public async Task Upload_that_is_canceled_after_it_was_sent_is_unknown()
    {
        var arrived = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(request =>
        {
            arrived.SetResult();
            return request.StallAsync();
        });
        var sending = new ActivityUploader(Create(server.Uri)).SendAsync(
            new UploadRequest { File = Gpx() }, cancellationToken: cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();

        Assert.Equal((UploadOutcome.Unknown, StravaErrors.FateUnknown.Id), ((await sending).Outcome, (await sending).ErrorId));
    }

    [Fact]
    public async Task Upload_that_is_canceled_before_it_is_sent_is_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ActivityUploader(Create(Unreachable())).SendAsync(
            new UploadRequest { File = Gpx() }, cancellationToken: cancel.Token));
    }

    private static Task<UploadResult> SendAsync(ActivityUploader uploader) =>
        uploader.SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

    private async Task<StravaClient> LoggedInAsync(Uri server, bool expired = false)
    {
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        using (var alone = await store.LockAsync(TokenStore.NameFor("strava", server), Cancellation))
        {
            await alone.WriteAsync(new StoredTokens
            {
                AccessToken = "fake-old",
                RefreshToken = "fake-old-refresh",
                ExpiresAt = expired ? DateTimeOffset.UnixEpoch : DateTimeOffset.MaxValue,
                ClientId = "1",
                ClientSecret = "fake-secret",
            });
        }

        var http = ApiHttp.CreateClient();
        return new StravaClient(http, new StravaLogin(http, store, server).SourceFor(null), new StravaClientOptions { BaseUri = server });
    }
}
