using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Http;

/// <summary>Each kind of failed request is one error with an ID and a next step.</summary>
public sealed class ErrorTests
{
    [Theory]
    [Clause("V3-036")]
    [InlineData(401, """{"message":"Authorization Error","errors":[{"resource":"Athlete","field":"access_token","code":"invalid"}]}""",
        "NotAuthorized", "Athlete access token invalid")]
    [InlineData(401, """{"message":"Authorization Error","errors":[{"resource":"Application","field":"","code":"invalid"}]}""",
        "NotAuthorized", "Application invalid")]
    [InlineData(401,
        """{"message":"Authorization Error","errors":[{"resource":"AccessToken","field":"activity:write_permission","code":"missing"}]}""",
            "MissingScope", "activity:write permission missing")]
    [InlineData(403, """{"message":"Rate Limit Exceeded","errors":[{"resource":"Application","field":"rate limit","code":"exceeded"}]}""",
        "RateLimited", "rate limit exceeded")]
    [InlineData(403, """{"message":"Forbidden","errors":[]}""", "Forbidden", "Forbidden")]
    [InlineData(429, """{"errors":"Rate Limit Exceeded","status":429,"message":"Too Many Requests"}""", "RateLimited", "Too Many Requests")]
    [InlineData(404, "", "NotFound", "no details")]
    [InlineData(404, """{"message":"Record Not Found","errors":[{"resource":"Activity","field":"id","code":"invalid"}]}""", "NotFound",
        "Record Not Found")]
    [InlineData(418, """{"message":null,"errors":null}""", "RequestRefused", "418")]
    [InlineData(500, "<html><head><title>x</title></head><body><h1>Oh&nbsp;no</h1> we are down</body></html>", "ServerFailed",
        "Oh no we are down")]
    [InlineData(302, "", "UnexpectedAnswer", "302")]
    [InlineData(200, "<html>Sign in to the Wi-Fi</html>", "UnexpectedAnswer", "Sign in to the Wi-Fi")]
    [InlineData(200, "null", "UnexpectedAnswer", "200")]
    [InlineData(200, """{"id":"not a number"}""", "UnexpectedAnswer", "200")]
    public async Task Unsuccessful_response_is_one_error(int status, string body, string code, string says)
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Answer(status, body.StartsWith('<') ? "text/html" : "application/json", body));
        var error = await Assert.ThrowsAsync<StravaException>(() => For(server).GetUploadStatusAsync(1, Cancellation));

        Assert.Equal((code, status), (error.Code, (int)error.StatusCode!));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', error.Message);
    }

    [Fact]
    public async Task Long_page_is_shortened()
    {
        await using var server = new ScriptedServer(ScriptedServer.Html(500, "<html>" + new string('x', 100_000)));
        var error = await AssertErrorAsync<StravaException>(ApiErrors.ServerFailed,
            () => For(server).GetUploadStatusAsync(1, Cancellation));

        Assert.InRange(error.Message.Length, 200, 400);
    }

    [Fact]
    public async Task Unknown_token_and_unknown_upload_are_rejected()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);

        await AssertErrorAsync(StravaErrors.NotAuthorized, () => Create(fake.BaseUri).GetUploadStatusAsync(1, Cancellation));
        await AssertErrorAsync(StravaErrors.NotFound, () => For(fake).GetUploadStatusAsync(1, Cancellation));
    }

    /// <summary>The faults in field-notes.md, and what to do about each.</summary>
    [Theory]
    [InlineData(400, "upload", "gzip", "invalid encoding", "leave .gz out")]
    [InlineData(400, "Upload", "data", "empty", "the file is empty")]
    [InlineData(401, "Athlete", "access_token", "invalid", "expired or was revoked")]
    [InlineData(401, "Application", "", "invalid", "does not belong to an application")]
    [InlineData(401, "AccessToken", "activity:write_permission", "missing", "scope activity:write")]
    [InlineData(401, "AccessToken", "activity:read_permission", "missing", "scope activity:read")]
    [InlineData(404, "Activity", "id", "invalid", "or is not accessible")]
    [InlineData(400, "RefreshToken", "refresh_token", "invalid", "newer token")]
    [InlineData(400, "AuthorizationCode", "code", "expired", "works once")]
    public async Task Known_fault_has_a_hint(int status, string resource, string field, string code, string hint)
    {
        var body = $$"""{"message":"x","errors":[{"resource":"{{resource}}","field":"{{field}}","code":"{{code}}"}]}""";
        await using var server = new ScriptedServer(ScriptedServer.Json(status, body));

        var error = await Assert.ThrowsAsync<StravaException>(() => For(server).GetUploadStatusAsync(1, Cancellation));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_port_unknown_host_and_lost_connection_are_distinguished()
    {
        await using var server = new ScriptedServer(ScriptedServer.HangUp);
        var clock = new ManualTimeProvider();

        await AssertErrorAsync(StravaErrors.ServerUnreachable,
            () => clock.RunAsync(Create(Unreachable(), clock: clock).GetUploadStatusAsync(1, Cancellation)));
        await AssertErrorAsync(StravaErrors.ServerUnreachable,
            () => clock.RunAsync(Create(new Uri("https://unknown.invalid"), clock: clock).GetUploadStatusAsync(1, Cancellation)));
        await AssertErrorAsync<StravaException>(ApiErrors.ConnectionLost, () => For(server).GetUploadStatusAsync(1, Cancellation));
    }

    [Fact]
    public async Task Request_to_a_silent_server_times_out()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence);

        await AssertErrorAsync<StravaException>(ApiErrors.ConnectionLost,
            () => For(server, timeout: TimeSpan.FromMilliseconds(300)).GetUploadStatusAsync(1, Cancellation));
    }

    [Fact]
    public async Task Request_to_a_silent_server_can_be_canceled()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence);
        using var cancel = new CancellationTokenSource();
        var request = For(server).GetUploadStatusAsync(1, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Theory]
    [InlineData("http://www.strava.com")]
    [InlineData("http://192.0.2.1:8080")]
    public void Token_is_never_sent_unencrypted_to_another_machine(string server) =>
        Assert.Equal(ApiErrors.InsecureBaseUri, Assert.Throws<ApiException>(() => Create(new Uri(server))).Error);

    [Theory]
    [InlineData("www.strava.com")]
    [InlineData("localhost:5000")]
    [InlineData("/api/v3")]
    [InlineData("ftp://127.0.0.1")]
    public void Text_that_is_not_a_web_address_has_its_own_error(string server)
    {
        var given = Assert.Throws<ApiException>(() => Create(new Uri(server, UriKind.RelativeOrAbsolute)));
        using var http = new HttpClient();
        var connection = new StravaConnection
        {
            GetEnvironmentVariable = name => name == StravaConnection.BaseUriVariable ? server : null,
        };
        var inVariable = Assert.Throws<ApiException>(() => connection.CreateLogin(http));

        Assert.Equal((ApiErrors.InvalidBaseUri, ApiErrors.InvalidBaseUri), (given.Error, inVariable.Error));
        Assert.Contains($"'{server}'", given.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("https:///")]
    [InlineData("nonsense")]
    public void Text_that_is_not_an_address_is_named(string text)
    {
        var connection = new StravaConnection
        {
            AccessToken = Token,
            GetEnvironmentVariable = name => name == StravaConnection.BaseUriVariable ? text : null,
        };
        using var http = ApiHttp.CreateClient();

        var error = Assert.Throws<ApiException>(() => connection.CreateClient(http));
        Assert.Equal(ApiErrors.InvalidBaseUri, error.Error);
        Assert.StartsWith($"'{text}' is not the address of a server.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.strava.com", "https://www.strava.com/")]
    [InlineData("https://www.strava.com/api/v3/", "https://www.strava.com/")]
    [InlineData("http://localhost:5000/api/v3", "http://localhost:5000/")]
    [InlineData("https://proxy.example/strava?x=1", "https://proxy.example/strava/")]
    public void Address_of_the_API_is_accepted_as_the_server(string given, string root) =>
        Assert.Equal(new Uri(root), Create(new Uri(given)).BaseUri);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Empty_token_has_its_own_error(string? token) =>
        Assert.Equal(ApiErrors.NoAccessToken, Assert.Throws<ApiException>(() => new StaticAccessToken(token)).Error);

    [Fact]
    public void Token_is_hidden_and_a_default_token_is_rejected()
    {
        using var http = ApiHttp.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token);

        Assert.DoesNotContain(Token, new StaticAccessToken(Token).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new StravaClient(http, new StaticAccessToken(Token)));
    }

    [Fact]
    public void Every_error_has_its_name_as_id_and_a_remedy()
    {
        var fields = typeof(StravaErrors).GetFields();

        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
        {
            var error = (ErrorDescriptor)field.GetValue(null)!;
            Assert.Equal(field.Name, error.Id);
            Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain('{', error.Remedy);
        });
    }
}
