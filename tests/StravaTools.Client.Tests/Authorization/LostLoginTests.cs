using System.Globalization;
using StravaTools.Client.Athletes;
using StravaTools.Client.Tests.Support;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Authorization;

/// <summary>
/// A server accepts a refresh token once. If a refresh fails at any point, the new token is stored, or the old one is not used up.
/// </summary>
public sealed class LostLoginTests : IDisposable
{
    private const string NewTokens = """{"access_token":"fake-access-2","refresh_token":"fake-refresh-2","expires_in":21600}""";
    private static readonly StoredTokens Expired = new()
    {
        AccessToken = "fake-access-1",
        RefreshToken = "fake-refresh-1",
        ExpiresAt = DateTimeOffset.UnixEpoch,
        Scope = "read",
        ClientId = "1",
        ClientSecret = "fake-secret",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cancellation_during_a_refresh_waits_for_its_answer()
    {
        var (arrived, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new RawServer(async request =>
        {
            arrived.SetResult();
            await released.Task;
            await request.WriteAsync(RawServer.Json(200, NewTokens));
        });
        await StoreAsync(server);
        using var cancel = new CancellationTokenSource();
        var http = ApiHttp.CreateClient();
        var athlete = ClientFor(server, http).GetAthleteAsync(cancel.Token);
        await arrived.Task;

        // What a cmdlet does on Ctrl+C.
        await cancel.CancelAsync();
        var disposed = Task.Run(http.Dispose, Cancellation);
        Assert.False(disposed.IsCompleted);
        released.SetResult();
        await disposed;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => athlete);
        Assert.Equal("fake-refresh-2", (await ReadAsync(server))!.RefreshToken);
    }

    [Fact]
    public async Task Refresh_that_hangs_in_the_body_ends_and_releases_the_lock()
    {
        await using var server = new RawServer(async request =>
        {
            await request.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            await request.StallAsync();
        });
        await StoreAsync(server);
        using var http = ApiHttp.CreateClient(TimeSpan.FromMilliseconds(400));

        await AssertErrorAsync<StravaException>(ApiErrors.ConnectionLost, () => ClientFor(server, http).GetAthleteAsync(Cancellation));
        (await Store.LockAsync(NameFor(server), Cancellation)).Dispose();
    }

    [Theory]
    [InlineData("\"expires_in\":21600.0")]
    [InlineData("\"expires_in\":\"soon\"")]
    [InlineData("\"expires_in\":1e18")]
    [InlineData("\"expires_in\":-99999999999999")]
    [InlineData("\"expires_in\":null,\"expires_at\":99999999999")]
    [InlineData("\"expires_in\":{}")]
    [InlineData("\"scope\":[\"read\",\"activity:write\"]")]
    [InlineData("\"scope\":5")]
    [InlineData("\"athlete\":[1]")]
    public async Task Odd_answer_keeps_its_tokens(string field)
    {
        await using var server = TokenServer($$"""{"access_token":"fake-access-2","refresh_token":"fake-refresh-2",{{field}}}""");
        await StoreAsync(server);

        Assert.Equal("fake-access-2", await TokensAt(server).GetAccessTokenAsync(Cancellation));

        var stored = await ReadAsync(server);
        Assert.Equal(("fake-access-2", "fake-refresh-2"), (stored!.AccessToken, stored.RefreshToken));
        Assert.InRange(stored.ExpiresAt, TimeProvider.System.GetUtcNow().AddMinutes(50), TimeProvider.System.GetUtcNow().AddHours(7));
    }

    /// <summary>In German, the dot separates thousands.</summary>
    [Fact]
    public async Task Lifetime_in_a_text_does_not_depend_on_the_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        await Odd_answer_keeps_its_tokens("\"expires_in\":\"21600.0\"");
    }

    [Theory]
    [InlineData("\"read activity:write\"")]
    [InlineData("\"read,activity:write\"")]
    [InlineData("[\"read\",\"activity:write\"]")]
    public async Task Every_form_of_a_scope_is_shown_with_commas(string scope)
    {
        await using var server = TokenServer($$"""{"access_token":"fake-access-2","refresh_token":"fake-refresh-2","scope":{{scope}}}""");
        await StoreAsync(server);
        await TokensAt(server).GetAccessTokenAsync(Cancellation);

        var login = new StravaLogin(ApiHttp.CreateClient(), Store, server.Uri);
        Assert.Equal("read,activity:write", (await login.GetConnectionAsync(Cancellation))!.Scope);
    }

    [Theory]
    [InlineData("""{"refresh_token":"fake-refresh-2"}""")]
    [InlineData("""{"access_token":5,"refresh_token":"fake-refresh-2"}""")]
    [InlineData("""{"access_token":"a\r\nb","refresh_token":"fake-refresh-2","expires_in":21600}""")]
    [InlineData("""{"access_token":"é","refresh_token":"fake-refresh-2"}""")]
    public async Task Unusable_access_token_is_an_error_and_the_new_refresh_token_is_stored(string body)
    {
        await using var server = TokenServer(body, NewTokens);
        await StoreAsync(server);

        var error = await AssertErrorAsync(
            StravaErrors.UnexpectedAnswer, async () => await TokensAt(server).GetAccessTokenAsync(Cancellation));
        Assert.Contains("no usable access_token", error.Message, StringComparison.Ordinal);
        Assert.Equal("fake-refresh-2", (await ReadAsync(server))!.RefreshToken);

        Assert.Equal("fake-access-2", await TokensAt(server).GetAccessTokenAsync(Cancellation));
        Assert.Contains("refresh_token=fake-refresh-2", server.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task Missing_refresh_token_keeps_the_old_one(string refreshToken)
    {
        await using var server = TokenServer($$"""{"access_token":"fake-access-2","refresh_token":{{refreshToken}},"expires_in":60}""");
        await StoreAsync(server);
        await TokensAt(server).GetAccessTokenAsync(Cancellation);

        var stored = await ReadAsync(server);
        Assert.Equal(("fake-access-2", "fake-refresh-1", "read"), (stored!.AccessToken, stored.RefreshToken, stored.Scope));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    public async Task Temporary_refusal_does_not_ask_for_another_login(int status)
    {
        await using var server = new RawServer(request =>
            request.WriteAsync(RawServer.Json(request.Number == 1 ? status : 200, NewTokens)));
        await StoreAsync(server);
        var tokens = TokensAt(server);

        await AssertErrorAsync<StravaException>(ApiErrors.LoginNotRenewed, async () => await tokens.GetAccessTokenAsync(Cancellation));
        Assert.Equal("fake-access-2", await tokens.GetAccessTokenAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"message":"Limit of connected athletes exceeded"}""", "AthleteCapacityReached")]
    [InlineData("""{"errors":[{"resource":"Application","field":"Status","code":"Inactive"}]}""", "ApplicationInactive")]
    public async Task Known_refusal_names_its_reason(string body, string id)
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(403, body)));
        await StoreAsync(server);

        var error = await Assert.ThrowsAsync<StravaException>(async () => await TokensAt(server).GetAccessTokenAsync(Cancellation));
        Assert.Equal(id, error.Code);
    }

    [Fact]
    public async Task Ended_login_asks_for_another_one()
    {
        await using var server = new RawServer(request => request.WriteAsync(RawServer.Json(400,
            """{"message":"Bad Request","errors":[{"resource":"RefreshToken","field":"refresh_token","code":"invalid"}]}""")));
        await StoreAsync(server);

        await AssertErrorAsync<StravaException>(ApiErrors.AuthorizationRefused,
            async () => await TokensAt(server).GetAccessTokenAsync(Cancellation));
        Assert.Equal("fake-refresh-1", (await ReadAsync(server))!.RefreshToken);
    }

    [Fact]
    public async Task Rate_limit_of_a_refresh_is_waited_for_on_request()
    {
        await using var server = new RawServer(request => request.WriteAsync(
            request.Number switch
            {
                1 => RawServer.Json(429, "{}"),
                2 => RawServer.Json(200, NewTokens),
                _ => RawServer.Json(200, """{"id":5}"""),
            }));
        await StoreAsync(server);
        var clock = new ManualTimeProvider();
        using var http = ApiHttp.CreateClient();
        var login = new StravaLogin(http, new TokenStore(_folder.Path, clock), server.Uri, clock);
        var client = new StravaClient(http, login.SourceFor(null), new StravaClientOptions
        {
            BaseUri = server.Uri,
            TimeProvider = clock,
            WaitForRateLimit = true,
        });

        Assert.Equal(5, (await clock.RunAsync(client.GetAthleteAsync(Cancellation))).Id);
    }

    [Fact]
    public async Task Refresh_token_is_not_sent_if_its_replacement_cannot_be_stored()
    {
        await using var server = TokenServer(NewTokens);
        // Too long for the name of a temporary file, but not for those of the token file and its lock.
        var name = new string('n', 225);
        using (var alone = await Store.LockAsync(name, Cancellation))
        {
            await File.WriteAllTextAsync(Store.GetPath(name), """
                {"access_token":"a","refresh_token":"b","expires_at":"1970-01-01T00:00:00+00:00","client_id":"1"}
                """, Cancellation);
        }

        using var http = ApiHttp.CreateClient();
        var exchange = new HttpExchange(http, TimeProvider.System, null, AnyService());
        var application = new OAuthApplication { AuthorizeUri = server.Uri, TokenUri = server.Uri, ClientId = "1" };
        using var tokens = new RefreshingTokens(Store, name, _ => application, exchange, TimeProvider.System, ApiErrors.NoAccessToken);

        await AssertErrorAsync(ApiErrors.TokenStoreUnusable, async () => await tokens.GetAccessTokenAsync(Cancellation));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Place_for_the_new_tokens_exists_before_the_request()
    {
        var sizes = new List<long>();
        await using var server = new RawServer(request =>
        {
            sizes.AddRange(new DirectoryInfo(_folder.Path).GetFiles("*.tmp").Select(file => file.Length));
            return request.WriteAsync(RawServer.Json(200, NewTokens));
        });
        await StoreAsync(server);
        await TokensAt(server).GetAccessTokenAsync(Cancellation);

        Assert.InRange(Assert.Single(sizes), 4096, 65536);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public async Task Login_with_a_refresh_token_needs_no_browser()
    {
        await using var server = TokenServer(NewTokens);
        using var http = ApiHttp.CreateClient();
        var login = new StravaLogin(http, Store, server.Uri, profile: "Work");

        Assert.Null(await login.GetConnectionAsync(Cancellation));
        var connection = await login.ConnectAsync("1", "fake-secret", "fake-refresh-1", Cancellation);

        Assert.Equal((server.Uri, "Work", "1", true), (connection.Server, connection.Profile, connection.ClientId, connection.IsRenewable));
        Assert.Equal(connection, await login.GetConnectionAsync(Cancellation));
        Assert.Equal("fake-access-2", await login.SourceFor(null).GetAccessTokenAsync(Cancellation));
        Assert.Contains("refresh_token=fake-refresh-1", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.False(new StravaLogin(http, Store, server.Uri).IsStored);
        Assert.Equal(["work"], Store.GetProfiles("strava", server.Uri));
    }

    private static ServiceErrors AnyService() => new()
    {
        CreateException = (error, cause, arguments) => new ApiException(error, cause, arguments),
        NotAuthorized = ApiErrors.RequestRefused,
        MissingScope = ApiErrors.RequestRefused,
        Forbidden = ApiErrors.RequestRefused,
        RateLimited = ApiErrors.RequestRefused,
        NotFound = ApiErrors.RequestRefused,
        RequestRefused = ApiErrors.RequestRefused,
        ServerFailed = ApiErrors.ServerFailed,
        UnexpectedAnswer = ApiErrors.ServerFailed,
        ServerUnreachable = ApiErrors.ConnectionLost,
        ConnectionLost = ApiErrors.ConnectionLost,
        FateUnknown = ApiErrors.ConnectionLost,
    };

    private static RawServer TokenServer(params string[] bodies)
    {
        var count = 0;
        return new RawServer(request => request.WriteAsync(RawServer.Json(200, bodies[Math.Min(count++, bodies.Length - 1)])));
    }

    private TokenStore Store => new(_folder.Path, TimeProvider.System);

    private static string NameFor(RawServer server) => TokenStore.NameFor("strava", server.Uri);

    private async Task StoreAsync(RawServer server)
    {
        using var alone = await Store.LockAsync(NameFor(server), Cancellation);
        await alone.WriteAsync(Expired);
    }

    private Task<StoredTokens?> ReadAsync(RawServer server) => Store.ReadAsync(NameFor(server), Cancellation);

    private IAccessTokenSource TokensAt(RawServer server) => new StravaLogin(ApiHttp.CreateClient(), Store, server.Uri).SourceFor(null);

    private StravaClient ClientFor(RawServer server, HttpClient http) => new(
        http, new StravaLogin(http, Store, server.Uri).SourceFor(null), new StravaClientOptions { BaseUri = server.Uri });
}
