using StravaTools.Client.Athletes;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>Strava's login, and access tokens that are renewed automatically (field-notes.md, 3.5: they live for six hours).</summary>
public sealed class StravaLoginTests : IDisposable
{
    private const string Secret = "fake-client-secret";
    private static readonly Uri Anywhere = new("http://localhost/callback");
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = ApiHttp.CreateClient();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Batch_of_a_day_renews_its_token_and_stores_each_refresh_token()
    {
        await using var fake = await StartAsync();
        var client = await ConnectAsync(fake);
        for (var hour = 0; hour < 24; hour++)
        {
            await client.GetAthleteAsync(Cancellation);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        var refreshes = fake.Requests.Count(request => request.Path == "/oauth/token") - 1;
        Assert.InRange(refreshes, 3, 4);
        Assert.DoesNotContain(fake.Requests, request => request.StatusCode is 400 or 401);

        // Another process finds the tokens of this one.
        await Client(fake, LoginAt(fake).SourceFor(null)).GetAthleteAsync(Cancellation);
    }

    [Fact]
    public async Task Addresses_contain_no_secret()
    {
        await using var fake = await StartAsync();
        var client = await ConnectAsync(fake);
        await client.GetAthleteAsync(Cancellation);
        _clock.Advance(TimeSpan.FromHours(7));
        await client.GetAthleteAsync(Cancellation);

        var tokens = await new TokenStore(_folder.Path, _clock).ReadAsync(TokenStore.NameFor("strava", fake.BaseUri), Cancellation);
        Assert.All(fake.Requests, request =>
        {
            Assert.DoesNotContain(Secret, request.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(tokens!.AccessToken, request.Path, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("read,activity:read_all", "activity:write")]
    [InlineData("", "read, activity:read_all, activity:write")]
    public async Task Declined_permissions_are_named_and_the_code_is_not_redeemed(string granted, string missing)
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("1", Secret, Anywhere);
        var state = request.Url.Query.Split("state=")[1].Split('&')[0];

        var error = await AssertErrorAsync(
            ApiErrors.AuthorizationIncomplete,
            () => login.FinishAsync(request, new Uri(Anywhere, $"?state={state}&code=1&scope={granted}"), Cancellation));
        Assert.Contains($": {missing}.", error.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task Deauthorizing_revokes_all_tokens_of_the_athlete()
    {
        await using var fake = await StartAsync();
        var client = await ConnectAsync(fake);
#pragma warning disable CS0618 // It works until June 2027.
        await client.DeauthorizeAsync(Cancellation);
#pragma warning restore CS0618

        await AssertErrorAsync<StravaException>(ApiErrors.AuthorizationRefused, () => client.GetAthleteAsync(Cancellation));
    }

    [Fact]
    public async Task Disconnecting_works_with_an_expired_access_token()
    {
        await using var fake = await StartAsync();
        await ConnectAsync(fake);
        _clock.Advance(TimeSpan.FromDays(30));

        Assert.True(await LoginAt(fake).DisconnectAsync(Cancellation));
        Assert.False(await LoginAt(fake).DisconnectAsync(Cancellation));
        Assert.Throws<StravaException>(() => LoginAt(fake).SourceFor(null));
    }

    [Fact]
    public async Task Reached_limit_of_athletes_is_named_when_a_code_is_exchanged()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(403, """{"message":"Limit of connected athletes exceeded"}"""));
        var login = new StravaLogin(_http, new TokenStore(_folder.Path, _clock), server.Uri, _clock);
        var request = login.BeginAuthorization("1", Secret, Anywhere);
        var state = request.Url.Query.Split("state=")[1].Split('&')[0];

        await AssertErrorAsync(StravaErrors.AthleteCapacityReached, () => login.FinishAsync(
            request, new Uri(Anywhere, $"?state={state}&code=1&scope={StravaLogin.DefaultScope}"), Cancellation));
    }

    /// <summary>Strava's consent page reports the limit itself and does not redirect.</summary>
    [Fact]
    public async Task Login_that_times_out_names_the_limit_of_athletes()
    {
        await using var fake = await StartAsync();
        var login = LoginAt(fake);
        var error = await Assert.ThrowsAsync<ApiException>(() => _clock.RunAsync(login.ListenAsync(
            uri => login.BeginAuthorization("1", Secret, uri), _ => { }, 0, TimeSpan.FromSeconds(30), Cancellation)));

        Assert.Equal(ApiErrors.AuthorizationTimedOut.Id, error.Code);
        Assert.Contains("limit of connected athletes", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://www.strava.com/settings/api", error.Message, StringComparison.Ordinal);
    }

    private Task<FakeStravaServer> StartAsync() =>
        FakeStravaServer.StartAsync(new FakeStravaOptions { TimeProvider = _clock }, Cancellation);

    private StravaLogin LoginAt(FakeStravaServer fake) => new(_http, new TokenStore(_folder.Path, _clock), fake.BaseUri, _clock);

    private StravaClient Client(FakeStravaServer fake, IAccessTokenSource tokens) =>
        new(_http, tokens, new StravaClientOptions { BaseUri = fake.BaseUri, TimeProvider = _clock });

    /// <summary>The athlete allows everything, as the form of the page does.</summary>
    private async Task<StravaClient> ConnectAsync(FakeStravaServer fake)
    {
        var login = LoginAt(fake);
        var request = login.BeginAuthorization("1", Secret, Anywhere, force: true);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var allow = new FormUrlEncodedContent([new("decision", "allow")]);
        using var answer = await browser.PostAsync(request.Url, allow, Cancellation);
        await login.FinishAsync(request, answer.Headers.Location!, Cancellation);
        return Client(fake, login.SourceFor(null));
    }
}
