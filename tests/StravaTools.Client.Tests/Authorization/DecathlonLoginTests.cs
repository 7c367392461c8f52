using System.Net;
using StravaTools.Client.Tests.Support;
using StravaTools.Decathlon;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;
using static StravaTools.Client.Tests.Support.Decathlons;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>The login with PKCE, and access tokens that are renewed automatically (field-notes.md, 3.6: they last 899 seconds).</summary>
public sealed class DecathlonLoginTests : IDisposable
{
    private static readonly Uri Anywhere = new("http://127.0.0.1/callback");
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = ApiHttp.CreateClient();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Browser_returns_to_a_free_port_of_this_machine()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var shown = new TaskCompletionSource<Uri>();
        var connecting = login.ListenAsync(uri => login.BeginAuthorization("fake-client", null, uri), shown.SetResult, 0,
            TimeSpan.FromMinutes(5), Cancellation);

        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(await shown.Task, Cancellation);
        var connection = await connecting;

        Assert.Contains("close this window", page, StringComparison.Ordinal);
        Assert.Equal(("fake-client", DecathlonLogin.DefaultScope, true), (connection.ClientId, connection.Scope, connection.IsRenewable));
        Assert.Equal(_clock.GetUtcNow().AddSeconds(899), connection.ExpiresAt);
        Assert.Equal(ActivityId, (await Decathlons.For(fake, login.SourceFor(null)).GetActivityAsync(ActivityId, Cancellation)).Id);
    }

    [Fact]
    public async Task Wait_ignores_other_requests_and_times_out()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var back = new TaskCompletionSource<Uri>();
        var connecting = login.ListenAsync(
            uri =>
            {
                back.SetResult(uri);
                return login.BeginAuthorization("fake-client", null, uri);
            },
            _ => { },
            0,
            TimeSpan.FromSeconds(30),
            Cancellation);
        using var browser = new HttpClient();
        using var favicon = await browser.GetAsync(new Uri(await back.Task, "/favicon.ico"), Cancellation);
        using var silent = new System.Net.Sockets.TcpClient("127.0.0.1", (await back.Task).Port);

        Assert.Equal(HttpStatusCode.NotFound, favicon.StatusCode);
        await AssertErrorAsync(ApiErrors.AuthorizationTimedOut, () => _clock.RunAsync(connecting));
    }

    [Fact]
    public async Task Port_in_use_is_an_error()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        await AssertErrorAsync(
            ApiErrors.LoopbackUnavailable,
            () => login.ListenAsync(uri => login.BeginAuthorization("fake-client", null, uri), _ => { }, fake.BaseUri.Port,
                TimeSpan.FromSeconds(30), Cancellation));
    }

    [Fact]
    public async Task Redirect_address_completes_only_its_own_login()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("fake-client", null, Anywhere);
        var redirected = await FollowAsync(request);

        var other = login.BeginAuthorization("fake-client", null, Anywhere);
        await AssertErrorAsync(ApiErrors.AuthorizationForged, () => login.FinishAsync(other, redirected, Cancellation));
        await AssertErrorAsync(ApiErrors.AuthorizationForged, () => login.FinishAsync(request, new Uri(Anywhere, "?code=1"), Cancellation));
        Assert.Equal("fake-client", (await login.FinishAsync(request, redirected, Cancellation)).ClientId);
        await AssertErrorAsync<DecathlonException>(ApiErrors.AuthorizationRefused,
            () => login.FinishAsync(request, redirected, Cancellation));
    }

    [Fact]
    public async Task Code_requires_the_verifier()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("fake-client", null, Anywhere);

        Assert.Contains("code_challenge_method=S256", request.Url.Query, StringComparison.Ordinal);
        var code = (await FollowAsync(request)).Query.Split("code=")[1].Split('&')[0];
        using var stolen = new FormUrlEncodedContent([
            new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", Anywhere.OriginalString),
                new("client_id", "fake-client"),
            new("code_verifier", "guessed")]);
        using var answer = await _http.PostAsync(new Uri(fake.BaseUri, "connect/oauth/token"), stolen, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Denied_access_is_an_error()
    {
        await using var fake = await StartAsync(new FakeDecathlonOptions { DeniesAuthorization = true });
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("fake-client", null, Anywhere);
        var redirected = await FollowAsync(request);

        var error = await AssertErrorAsync(ApiErrors.AuthorizationDenied, () => login.FinishAsync(request, redirected, Cancellation));
        Assert.Contains("access_denied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_renews_its_token_and_stores_each_refresh_token()
    {
        await using var fake = await StartAsync();
        var client = Decathlons.For(fake, await ConnectAsync(fake));

        for (var minute = 0; minute < 60; minute++)
        {
            await client.GetActivityAsync(ActivityId, Cancellation);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        // Once every 14 minutes: after 899 seconds, less one minute.
        Assert.Equal(4, fake.Decathlon.Refreshes);
        Assert.All(fake.Requests, request => Assert.True(request.StatusCode is 200 or 302));
        await Decathlons.For(fake, LoginAt(fake).SourceFor(null)).GetActivityAsync(ActivityId, Cancellation);
    }

    [Fact]
    public async Task Rejected_token_is_renewed_and_the_complete_request_is_retried()
    {
        await using var fake = await StartAsync();
        var client = Decathlons.For(fake, await ConnectAsync(fake));
        await client.GetActivityAsync(ActivityId, Cancellation);
        fake.Decathlon.ExpireAccessTokens();

        await client.StoreAsync(Photo, Cancellation);

        Assert.Equal(Photo.Bytes.ToArray(), Assert.Single(fake.Decathlon.StoredFiles).Bytes.ToArray());
        Assert.Equal([401, 200], fake.Requests.Where(request => request.Path.EndsWith("/upload", StringComparison.Ordinal))
            .Select(request => request.StatusCode));
    }

    [Fact]
    public async Task Token_that_is_rejected_twice_is_an_error()
    {
        await using var fake = await StartAsync(new FakeDecathlonOptions
        {
            Faults = [new FakeDecathlonFault(FakeDecathlonOperation.Read, 401, Times: 2)],
        });
        var client = Decathlons.For(fake, await ConnectAsync(fake));

        await AssertErrorAsync(DecathlonErrors.DecathlonNotAuthorized, () => client.GetActivityAsync(ActivityId, Cancellation));
        Assert.Equal(1, fake.Decathlon.Refreshes);
    }

    [Fact]
    public async Task Concurrent_clients_request_one_new_token()
    {
        await using var fake = await StartAsync();
        await ConnectAsync(fake);
        _clock.Advance(TimeSpan.FromMinutes(20));
        // Each has its own store, like separate processes.
        var clients = Enumerable.Range(0, 8).Select(_ => Decathlons.For(fake, LoginAt(fake).SourceFor(null))).ToList();

        var asking = Task.WhenAll(clients.Select(client => client.GetActivityAsync(ActivityId, Cancellation)));
        await _clock.RunAsync(asking);

        Assert.Equal(1, fake.Decathlon.Refreshes);
    }

    [Fact]
    public async Task Refresh_token_is_on_disk_before_the_access_token_is_used()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        await ConnectAsync(fake);
        var store = new TokenStore(_folder.Path, _clock);
        var name = TokenStore.NameFor("decathlon", fake.BaseUri);
        var before = await store.ReadAsync(name, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(20));

        var token = await login.SourceFor(null).GetAccessTokenAsync(Cancellation);

        var after = await store.ReadAsync(name, Cancellation);
        Assert.Equal(token, after!.AccessToken);
        Assert.NotEqual(before!.RefreshToken, after.RefreshToken);
    }

    [Fact]
    public async Task Failed_refresh_keeps_the_stored_tokens_and_the_next_one_succeeds()
    {
        await using var fake =
            await StartAsync(new FakeDecathlonOptions { Faults = [new FakeDecathlonFault(FakeDecathlonOperation.Token, 503, Times: 2)] });
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("fake-client", null, Anywhere);
        var redirected = await FollowAsync(request);
        await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed, () => login.FinishAsync(request, redirected, Cancellation));
        await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed, () => login.FinishAsync(request, redirected, Cancellation));
        await login.FinishAsync(request, redirected, Cancellation);
        fake.Decathlon.FailNext(new FakeDecathlonFault(FakeDecathlonOperation.Token, 503));
        _clock.Advance(TimeSpan.FromMinutes(20));
        var client = Decathlons.For(fake, login.SourceFor(null));

        await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed, () => client.GetActivityAsync(ActivityId, Cancellation));
        Assert.Equal(ActivityId, (await client.GetActivityAsync(ActivityId, Cancellation)).Id);
    }

    [Fact]
    public async Task Tokens_are_never_sent_to_another_server()
    {
        await using var fake = await StartAsync();
        await using var other = await StartAsync();
        await ConnectAsync(fake);

        var error = Assert.Throws<DecathlonException>(() => LoginAt(other).SourceFor(null));
        Assert.Equal(DecathlonErrors.DecathlonNotConnected, error.Error);
    }

    [Fact]
    public async Task Response_without_a_token_is_an_error_that_quotes_nothing()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200, $$"""{"refresh_token":"{{Token}}"}"""),
                ScriptedServer.Json(200, $$"""{"access_token":"{{Token}}" """));
        var login = new DecathlonLogin(_http, new TokenStore(_folder.Path, _clock), server.Uri, _clock);
        var request = login.BeginAuthorization("client", "hush", Anywhere);
        var state = request.Url.Query.Split("state=")[1].Split('&')[0];
        var redirected = new Uri(Anywhere, $"?code=c&state={state}");

        await AssertErrorAsync(DecathlonErrors.DecathlonUnexpectedAnswer, () => login.FinishAsync(request, redirected, Cancellation));
        await AssertErrorAsync(DecathlonErrors.DecathlonUnexpectedAnswer, () => login.FinishAsync(request, redirected, Cancellation));
        Assert.Contains("client_secret=hush", server.Requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("hush", server.Requests[0].Split("\r\n\r\n")[0], StringComparison.Ordinal);
    }

    private DecathlonLogin LoginAt(FakeStravaServer fake) => new(_http, new TokenStore(_folder.Path, _clock), fake.BaseUri, _clock);

    private async Task<IAccessTokenSource> ConnectAsync(FakeStravaServer fake)
    {
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("fake-client", null, Anywhere);
        await login.FinishAsync(request, await FollowAsync(request), Cancellation);
        return login.SourceFor(null);
    }

    /// <summary>Acts like a browser, up to the address that it is redirected to.</summary>
    private async Task<Uri> FollowAsync(AuthorizationRequest request)
    {
        using var answer = await _http.GetAsync(request.Url, Cancellation);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private Task<FakeStravaServer> StartAsync(FakeDecathlonOptions? options = null) => FakeStravaServer.StartAsync(
        new FakeStravaOptions { TimeProvider = _clock, Decathlon = options ?? new FakeDecathlonOptions() }, Cancellation);
}
