using System.Net;
using System.Reflection;
using StravaTools.Client.Athletes;
using StravaTools.Client.Segments;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>From 2027 the API is at the root of its own host; pages and the login stay at www.strava.com (field-notes.md, 7.1).</summary>
public sealed class MovedApiTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://www.strava.com", "https://www.strava.com/api/v3/athlete")]
    [InlineData("https://www.strava.com/api/v3/", "https://www.strava.com/api/v3/athlete")]
    [InlineData("https://api-v3.strava.com", "https://api-v3.strava.com/athlete")]
    [InlineData("https://www.api-v3.strava.com/", "https://www.api-v3.strava.com/athlete")]
    [InlineData("https://API-V3.strava.com/api/v3", "https://api-v3.strava.com/athlete")]
    [InlineData("https://other.example/strava", "https://other.example/strava/api/v3/athlete")]
    public async Task API_is_at_the_root_of_its_new_host(string server, string requested)
    {
        var sent = new RecordingHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":5}""") });
        using var http = new HttpClient(sent);
        var client = new StravaClient(http, new StaticAccessToken(Token), new StravaClientOptions { BaseUri = new Uri(server) });

        Assert.Equal(5, (await client.GetAthleteAsync(Cancellation)).Id);
        await client.SendAsync(HttpMethod.Get, "/athlete", cancellationToken: Cancellation);
        Assert.Equal([requested, requested], sent.Requests);
    }

    [Theory]
    [InlineData("https://www.strava.com")]
    [InlineData("https://api-v3.strava.com")]
    [InlineData("https://www.api-v3.strava.com/api/v3")]
    public async Task Pages_and_the_login_are_the_same_for_both_addresses(string server)
    {
        const string Tokens = """{"access_token":"fake-a","refresh_token":"fake-r","expires_in":21600}""";
        var sent = new RecordingHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Tokens) });
        using var http = new HttpClient(sent);
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        await new StravaLogin(http, store, new Uri("https://www.strava.com/")).ConnectAsync("1", "fake-s", "fake-r", Cancellation);

        var login = new StravaLogin(http, store, new Uri(server));
        Assert.True(login.IsStored);
        Assert.Equal("fake-a", await login.SourceFor(null).GetAccessTokenAsync(Cancellation));
        Assert.StartsWith("https://www.strava.com/oauth/authorize?",
            login.BeginAuthorization("1", "s", new Uri("http://localhost/")).Url.AbsoluteUri, StringComparison.Ordinal);
        await login.DisconnectAsync(Cancellation);
        var client = new StravaClient(http, new StaticAccessToken(Token), new StravaClientOptions { BaseUri = new Uri(server) });
#pragma warning disable CS0618 // It works until June 2027.
        await client.DeauthorizeAsync(Cancellation);
#pragma warning restore CS0618

        Assert.NotNull(typeof(StravaClient).GetMethod("DeauthorizeAsync")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.Equal(new Uri("https://www.strava.com/activities/5"), client.ActivityUrl(5));
        Assert.Equal(["token", "revoke", "deauthorize"],
            sent.Requests.Select(request => request.Replace("https://www.strava.com/oauth/", "", StringComparison.Ordinal)));
    }

    /// <summary>The fake plays the new host and the website.</summary>
    [Theory]
    [InlineData("https://api-v3.strava.com")]
    [InlineData("https://www.api-v3.strava.com")]
    public async Task Upload_works_at_the_new_address_with_a_login_of_the_old_one(string server)
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { ApiAtRoot = true }, Cancellation);
        using var hosts = new AllHosts(fake.BaseUri);
        using var http = new HttpClient(hosts);
        var connection = new StravaConnection
        {
            GetEnvironmentVariable = name => name switch
            {
                StravaConnection.BaseUriVariable => server,
                TokenStore.FolderVariable => _folder.Path,
                _ => null,
            },
        };
        await (connection with { BaseUri = new Uri("https://www.strava.com") }).CreateLogin(http)
            .ConnectAsync("1", "fake-client-secret", "fake-refresh-token", Cancellation);

        var client = connection.CreateClient(http);
        var sent = await new ActivityUploader(client).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);
        var ready = client.ToResult(await client.GetUploadStatusAsync(sent.Id!.Value, Cancellation));

        Assert.Equal(UploadOutcome.Ready, ready.Outcome);
        Assert.Equal($"https://www.strava.com/activities/{ready.ActivityId}", ready.ActivityUrl!.AbsoluteUri);
        var api = new Uri(server).Host;
        Assert.Equal(
            ["www.strava.com/oauth/token", $"{api}/uploads", $"{api}/uploads/{sent.Id}"],
            hosts.Requests.Select(request => request.Host + request.AbsolutePath));
    }

    [Theory]
    [InlineData(301, "https://api-v3.strava.com/uploads", "", "ApiMoved")]
    [InlineData(307, "https://www.api-v3.strava.com/uploads", "", "ApiMoved")]
    [InlineData(308, "https://strava.com/", "", "ApiMoved")]
    [InlineData(410, null, "", "ApiMoved")]
    [InlineData(404, null,
        """{"message":"Record Not Found","errors":[{"resource":"resource","field":"path","code":"invalid"}]}""", "EndpointRemoved")]
    [InlineData(302, "https://evil.example/", "", "UnexpectedAnswer")]
    public async Task Moved_API_is_named_and_no_file_is_called_rejected(int status, string? location, string body, string errorId)
    {
        var header = location is null ? "" : $"Location: {location}\r\n";
        await using var server = new RawServer(request => request.WriteAsync(
            $"HTTP/1.1 {status} S\r\n{header}Content-Length: {body.Length}\r\n\r\n{body}"));
        var client = Create(server.Uri);

        var error = await Assert.ThrowsAsync<StravaException>(() => client.GetAthleteAsync(Cancellation));
        var result = await new ActivityUploader(client).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal(errorId, error.Code);
        Assert.Equal((UploadOutcome.NotSent, errorId), (result.Outcome, result.ErrorId));
        Assert.Equal(2, server.Requests.Count);
        if (location is not null)
        {
            Assert.Contains($"redirect to https://{new Uri(location).Host}", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(402, "", "SubscriptionRequired", "subscription")]
    [InlineData(403, """{"message":"Forbidden","errors":[{"resource":"Application","field":"Status","code":"Inactive"}]}""",
        "ApplicationInactive", "https://www.strava.com/settings/api")]
    [InlineData(403, """{"errors":[{"resource":"Application","field":"Status","code":"Inactive"}]}""", "ApplicationInactive", "reactivate")]
    [InlineData(403, """{"message":"Limit of connected athletes exceeded"}""", "AthleteCapacityReached", "Disconnect another athlete")]
    [InlineData(403, """{"message":"Too many athletes"}""", "AthleteCapacityReached", "request a higher limit")]
    [InlineData(401, """{"errors":[{"resource":"Application","field":"internal","code":"invalid"}]}""", "EndpointRestricted",
        "Neither a new access token nor another scope helps")]
    [InlineData(409, "", "ActivityTimeConflict", "no action is needed")]
    public async Task Refusal_names_the_next_step(int status, string body, string errorId, string says)
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(status, body)));
        var error = await Assert.ThrowsAsync<StravaException>(() => Create(server.Uri).GetAthleteAsync(Cancellation));

        Assert.Equal((errorId, status), (error.Code, (int)error.StatusCode!));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "{}")]
    [InlineData(402, "")]
    [InlineData(404, """{"errors":[{"resource":"resource","field":"path","code":"invalid"}]}""")]
    public async Task Refused_leaderboard_says_that_Strava_ended_them(int status, string body)
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(status, body)));
        var error = await AssertErrorAsync(
            StravaErrors.LeaderboardsEnded, () => Create(server.Uri).GetLeaderboardAsync(1, cancellationToken: Cancellation));

        Assert.Contains("June 2020", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "EnvironmentTokenRejected")]
    [InlineData(false, "NotAuthorized")]
    public async Task Environment_token_that_hides_a_login_is_named(bool hasLogin, string errorId)
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(401, "{}")));
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        if (hasLogin)
        {
            using var alone = await store.LockAsync(TokenStore.NameFor("strava", server.Uri), Cancellation);
            await alone.WriteAsync(new StoredTokens { AccessToken = "a", ClientId = "1", ExpiresAt = DateTimeOffset.MaxValue });
        }

        using var http = ApiHttp.CreateClient();
        var connection = new StravaConnection
        {
            BaseUri = server.Uri,
            AccessTokenVariable = "MY_TOKEN",
            GetEnvironmentVariable = name => name switch
            {
                "MY_TOKEN" => "fake-stale",
                TokenStore.FolderVariable => _folder.Path,
                _ => null,
            },
        };
        var error = await Assert.ThrowsAsync<StravaException>(() => connection.CreateClient(http).GetAthleteAsync(Cancellation));

        Assert.Equal(errorId, error.Code);
        Assert.Equal(hasLogin, error.Message.Contains("MY_TOKEN", StringComparison.Ordinal));
    }

    private sealed class RecordingHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(answer(request));
        }
    }

    /// <summary>Leads the requests to all hosts to a fake.</summary>
    private sealed class AllHosts(Uri fake) : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<Uri> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.RequestUri!);
            request.RequestUri = new Uri(fake, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
