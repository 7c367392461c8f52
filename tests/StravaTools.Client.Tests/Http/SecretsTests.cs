using System.Net;
using StravaTools.Client.Activities;
using StravaTools.Client.Athletes;
using StravaTools.Client.Photos;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.Decathlon;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>
/// Servers and proxies echo what they receive. No secret reaches an error or a log, and no text of a server controls a terminal.
/// </summary>
public sealed class SecretsTests : IDisposable
{
    private const string Refresh = "CANARY-refresh-%+/=&é";
    private const string Secret = "CANARY-client-secret<>";
    private const string ApiKey = "CANARY-api-key";
    private const string Access = "fake-CANARY-access-token";
    private const string Signature = "CANARY-signature";

    private readonly TemporaryFolder _folder = new();
    private readonly List<CompletedRequest> _log = [];

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Echoes => [.. Answers.Keys];

    /// <summary>The ways in which a request comes back. The first part is the complete request.</summary>
    private static Dictionary<string, Func<string, string>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["text 400"] = text => Page(400, "text/plain", text),
        ["text 401"] = text => Page(401, "text/plain", text),
        ["text 403"] = text => Page(403, "text/plain", text),
        ["text 404"] = text => Page(404, "text/plain", text),
        ["text 429"] = text => Page(429, "text/plain", text),
        ["text 500"] = text => Page(500, "text/plain", text),
        ["text 200"] = text => Page(200, "text/plain", text),
        ["HTML 502"] = text => Page(502, "text/html", $"<html><pre>{WebUtility.HtmlEncode(text)}</pre></html>"),
        ["JSON message"] = text => Page(400, "application/json", Json(new { message = text })),
        ["JSON errors"] = text => Page(401, "application/json", Json(new { errors = text })),
        ["JSON entries"] = text => Page(
            403, "application/json", Json(new { errors = new[] { new { resource = text, field = text, code = text } } })),
        ["JSON error of an upload"] = text => Page(
            200, "application/json", Json(new { id = 5, error = text, status = text, external_id = text })),
        ["JSON with the secret as a name"] = text => Page(
            200, "application/json", Json(new Dictionary<string, string> { [text] = text })[..^1]),
        ["status line"] = text => $"HTTP/1.1 {text.Split("\r\n").Last(line => line.Length > 0)}\r\n\r\n",
        ["header"] = text => $"HTTP/1.1 200 OK\r\n{text.Split("\r\n").Last(line => line.Length > 0).Replace(':', ' ')}\r\n\r\n",
        ["form in an address"] = text => Page(400, "text/plain", Uri.EscapeDataString(text)),
        ["decoded form"] = text => Page(400, "text/plain", WebUtility.UrlDecode(text)),
        ["redirect"] = text => "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://"
            + $"{(text.Contains(Access, StringComparison.Ordinal) ? Access : "a")}.example/{Access}\r\n\r\n",
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Echoed_secret_is_hidden(string echo)
    {
        await using var server = new RawServer(request => request.EndAsync(Answers[echo](request.Text)));
        var shown = new List<string>();
        foreach (var action in await ActionsAsync(server.Uri))
        {
            try
            {
                shown.Add($"{await action()}");
            }
            catch (ApiException e)
            {
                shown.AddRange([e.ToString(), e.Message, e.Summary, $"{e.Details}"]);
            }
        }

        Assert.True(shown.Count > 8);
        Assert.All(shown.Concat(_log.Select(request => request.ToString())), text =>
        {
            Assert.DoesNotContain("CANARY", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Secret, WebUtility.UrlDecode(text), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("a\u001b[2Jb", "ab")]
    [InlineData("a\u001b]0;title\u0007b", "ab")]
    [InlineData("a\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\b", "alinkb")]
    [InlineData("a\u009b31mb\u007f", "ab")]
    [InlineData("a\u202eb\u2066c", "abc")]
    [InlineData("a\r\nSTRV0000: error b", "a STRV0000: error b")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("a\0b\bc", "abc")]
    public async Task Server_text_becomes_one_plain_line(string sent, string shown)
    {
        await using var server = new RawServer(request => request.WriteAsync(request.Text.StartsWith("GET", StringComparison.Ordinal)
            ? RawServer.Json(400, Json(new { errors = sent }))
            : RawServer.Json(201, Json(new { id = 5, error = sent, status = sent, external_id = sent, id_str = sent }))));
        var client = Create(server.Uri);

        var error = await AssertErrorAsync<StravaException>(ApiErrors.RequestRefused, () => client.GetUploadStatusAsync(1, Cancellation));
        var result = client.ToResult(await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation));

        Assert.Contains($": {shown}.", error.Message, StringComparison.Ordinal);
        Assert.Equal([shown, shown, shown, shown], [result.Error, result.Status, result.ExternalId, result.IdStr]);
    }

    [Fact]
    public async Task Name_of_an_activity_cannot_control_a_terminal()
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(200,
            Json(new { id = 5, name = "Ride\u001b[2J", description = "first\nsecond\u0007" }))));
        var activity = await Create(server.Uri).GetActivityAsync(5, cancellationToken: Cancellation);

        Assert.Equal(("Ride", "first\nsecond"), (activity.Name, activity.Description));
    }

    [Fact]
    public async Task Request_to_this_machine_does_not_use_the_proxy()
    {
        await using var proxy = new RawServer(request => request.WriteAsync(RawServer.Json(200, "{}")));
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(200, """{"id":5}""")));
        using var http = ApiHttp.CreateClient(new WebProxy(proxy.Uri));
        foreach (var host in new[] { "127.0.0.1", "localhost" })
        {
            var address = new UriBuilder(server.Uri) { Host = host }.Uri;
            var client = new StravaClient(http, new StaticAccessToken(Token), new StravaClientOptions { BaseUri = address });
            Assert.Equal(5, (await client.GetAthleteAsync(Cancellation)).Id);
        }

        Assert.Empty(proxy.Requests);
        using var elsewhere = await http.GetAsync(new Uri("http://elsewhere.invalid/"), Cancellation);
        Assert.StartsWith("GET http://elsewhere.invalid/", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_of_a_proxy_is_hidden()
    {
        await using var proxy = new RawServer(request => request.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
        var address = new UriBuilder(proxy.Uri) { UserName = "user", Password = Secret }.Uri;
        using var http = ApiHttp.CreateClient(new WebProxy(address));
        var clock = new ManualTimeProvider();
        var options = new StravaClientOptions { BaseUri = new Uri("https://elsewhere.invalid/"), TimeProvider = clock };
        var client = new StravaClient(http, new StaticAccessToken(Token), options);

        var error = await AssertErrorAsync(StravaErrors.ServerUnreachable, () => clock.RunAsync(client.GetAthleteAsync(Cancellation)));

        Assert.Contains("502", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", $"{error} {WebUtility.UrlDecode(error.ToString())}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_request_has_a_fixed_method_and_no_other_headers()
    {
        await using var host = new RawServer(request => request.WriteAsync(RawServer.Json(200, "")));
        var target = new PhotoMetadata
        {
            Uri = host.Uri.AbsoluteUri,
            Method = "DELETE",
            Header = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Host"] = "evil.example",
                ["Cookie"] = "a",
                ["Proxy-Authorization"] = "b",
                ["x-amz-acl"] = "private",
                ["x-amz-meta"] = "a\r\nInjected: 1",
                ["x-amz-a\r\nInjected"] = "2",
                ["Transfer-Encoding"] = "chunked",
            },
        };

        await Create(host.Uri).UploadPhotoAsync(target, new Picture("a.jpg", TestPictures.Jpeg()), Cancellation);

        var request = Assert.Single(host.Requests).Split("\r\n\r\n")[0];
        Assert.StartsWith("PUT / ", request, StringComparison.Ordinal);
        Assert.Contains("x-amz-acl: private", request, StringComparison.Ordinal);
        foreach (var word in new[] { "evil", "Cookie", "Proxy-", "Injected", "Transfer-", "x-amz-meta" })
        {
            Assert.DoesNotContain(word, request, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Server_elsewhere_cannot_send_a_photo_to_this_machine()
    {
        await using var host = new RawServer(request => request.WriteAsync(RawServer.Json(200, "")));
        using var http = new HttpClient(new CannedHandler($$"""{"id":5,"activity_id":6,"photo_metadata":[{"uri":"{{host.Uri}}"}]}"""));
        var client = new StravaClient(http, new StaticAccessToken(Token));
        var status = await client.GetUploadStatusAsync(5, Cancellation);

        await AssertErrorAsync(StravaErrors.PhotoUriInvalid, () => client.UploadPhotoAsync(
            Assert.Single(status.PhotoMetadata!), new Picture("a.jpg", TestPictures.Jpeg()), Cancellation));
        Assert.Empty(host.Requests);
    }

    /// <summary>Everything that sends a secret; the results are what a person would see.</summary>
    private async Task<IReadOnlyList<Func<Task<object?>>>> ActionsAsync(Uri server)
    {
        var http = ApiHttp.CreateClient(TimeSpan.FromSeconds(20));
        var clock = new ManualTimeProvider();
        var store = new TokenStore(_folder.Path, TimeProvider.System);
        using (var alone = await store.LockAsync(TokenStore.NameFor("strava", server), Cancellation))
        {
            await alone.WriteAsync(new StoredTokens
            {
                AccessToken = Access,
                RefreshToken = Refresh,
                ExpiresAt = DateTimeOffset.UnixEpoch,
                ClientId = "1",
                ClientSecret = Secret,
            });
        }

        var options = new StravaClientOptions { BaseUri = server, TimeProvider = clock, RequestCompleted = _log.Add };
        var strava = new StravaClient(http, new StaticAccessToken(Access), options);
        var login = new StravaLogin(http, store, server, completed: _log.Add);
        var decathlon = new DecathlonClient(http, new StaticAccessToken(Access), new DecathlonClientOptions
        {
            BaseUri = server,
            ApiKey = ApiKey,
            TimeProvider = clock,
            RequestCompleted = _log.Add,
        });
        var photo = new PhotoMetadata { Uri = $"{server}p?Signature={Signature}", Method = "PUT" };
        var uploader = new ActivityUploader(strava);
        return
        [
            async () => await strava.GetAthleteAsync(Cancellation),
            async () => strava.ToResult(await strava.GetUploadStatusAsync(5, Cancellation)),
            async () => await uploader.SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation),
            async () => UploadProblem.FromResult(
                await uploader.SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation))?.Exception,
            async () => await strava.UpdateActivityAsync(1, new ActivityUpdate { Name = "x" }, Cancellation),
            async () => await clock.RunAsync(new StravaClient(http, login.Tokens(), options).GetAthleteAsync(Cancellation)),
            async () => await login.DisconnectAsync(Cancellation),
            async () => await login.ConnectAsync("1", Secret, Refresh, Cancellation),
            async () => await decathlon.GetActivityAsync("1", Cancellation),
            async () => await decathlon.StoreAsync(Decathlons.Photo, Cancellation),
            async () =>
            {
                await strava.UploadPhotoAsync(photo, new Picture("a.jpg", TestPictures.Jpeg()), Cancellation);
                return photo;
            },
        ];
    }

    private static string Page(int status, string type, string body) => ScriptedServer.Answer(status, type, body);

    private static string Json(object value) => System.Text.Json.JsonSerializer.Serialize(value);

    /// <summary>Answers every request to Strava itself, without a connection.</summary>
    private sealed class CannedHandler(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
