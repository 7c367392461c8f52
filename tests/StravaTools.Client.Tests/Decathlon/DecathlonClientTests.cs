using System.Net;
using StravaTools.Client.Tests.Support;
using StravaTools.Decathlon;
using StravaTools.FakeStrava;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using static StravaTools.Client.Tests.Support.Clients;
using static StravaTools.Client.Tests.Support.Decathlons;

namespace StravaTools.Client.Tests.Decathlon;

/// <summary>decathlon-photos.md, over real connections: the requests, and how responses are read.</summary>
public sealed class DecathlonClientTests
{
    private const string Stored = """{"url":"https:\/\/example.com\/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3"}""";

    [Fact]
    [Clause("DE-009", "DE-010", "DE-011", "DE-012", "DE-013")]
    public async Task File_is_stored_like_the_documented_example()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, Stored));

        var url = await Decathlons.For(server).StoreAsync(Photo, Cancellation);

        Assert.Equal("https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3", url.OriginalString);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /sportstrackingdata/v2/upload HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {Token}\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"x-api-key: {ApiKey}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/form-data; boundary=", request, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"finish.jpeg\"\r\nContent-Type: image/jpeg\r\n", request,
            StringComparison.Ordinal);
        Assert.DoesNotContain("application/json\r\nContent-", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_picture_is_an_error()
    {
        await using var server = new ScriptedServer(ScriptedServer.Html(404, "<html>Not found</html>"));

        await AssertErrorAsync(DecathlonErrors.DecathlonNotFound,
            () => Decathlons.For(server).DownloadAsync($"{server.Uri}a.jpg", Cancellation));
    }

    [Fact]
    [Clause("DE-003", "DE-017", "DE-018", "DE-019")]
    public async Task Photos_are_written_like_the_documented_example()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, "{}"));

        await Decathlons.For(server).SetImagesAsync(ActivityId, ["https://example.com/1", "https://example.com/2"], Cancellation);

        AssertPut(Assert.Single(server.Requests), """{"images":["https://example.com/1","https://example.com/2"]}""");
    }

    [Fact]
    [Clause("DE-002", "DE-017", "DE-020", "DE-021")]
    public async Task Thumbnail_is_written_like_the_documented_example()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(204, "text/plain", ""));

        await Decathlons.For(server)
            .SetThumbnailAsync(ActivityId, "https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3", Cancellation);

        AssertPut(Assert.Single(server.Requests), """{"thumbnail":"https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3"}""");
    }

    [Theory]
    [InlineData(400, "RequestRefused")]
    [InlineData(401, "DecathlonNotAuthorized")]
    [InlineData(403, "DecathlonForbidden")]
    [InlineData(404, "DecathlonNotFound")]
    [InlineData(409, "RequestRefused")]
    [InlineData(413, "RequestRefused")]
    [InlineData(429, "DecathlonQuotaUsedUp")]
    [Clause("DE-014")]
    public async Task Status_4xx_has_its_own_error_with_details(int status, string id)
    {
        const string Body = """{"@type":"hydra:Error","hydra:title":"An error occurred","hydra:description":"Missing <b>file</b>"}""";
        await using var server = new ScriptedServer(ScriptedServer.Answer(status, "application/ld+json", Body));

        var error = await Assert.ThrowsAsync<DecathlonException>(() => Decathlons.For(server).StoreAsync(Photo, Cancellation));

        Assert.Equal((id, (HttpStatusCode)status), (error.Code, error.StatusCode));
        Assert.Contains("Missing file", error.Message, StringComparison.Ordinal);
        AssertNoSecret(error);
    }

    [Theory]
    [InlineData(500, """{"message":"Broken pipe"}""", "Broken pipe")]
    [InlineData(502, "<html><h1>Bad Gateway</h1></html>", "Bad Gateway")]
    [InlineData(503, "", "no details")]
    [Clause("DE-015")]
    public async Task Status_5xx_is_a_server_error_with_details(int status, string body, string details)
    {
        await using var server = new ScriptedServer(ScriptedServer.Html(status, body), ScriptedServer.Html(status, body));

        var error = await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed,
            () => Decathlons.For(server).StoreAsync(Photo, Cancellation));

        Assert.Contains($"({status}): {details}", error.Message, StringComparison.Ordinal);
        await AssertErrorAsync<DecathlonException>(ApiErrors.ServerFailed,
            () => Decathlons.For(server).SetImagesAsync(ActivityId, [], Cancellation));
    }

    [Theory]
    [InlineData("""{"url":null}""")]
    [InlineData("""{"url":"relative"}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task Success_without_the_documented_url_is_an_error(string body)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(200, body));
        await AssertErrorAsync(DecathlonErrors.DecathlonUnexpectedAnswer, () => Decathlons.For(server).StoreAsync(Photo, Cancellation));
    }

    [Fact]
    public async Task Missing_response_and_missing_server_are_errors_with_a_remedy()
    {
        await using var server = new ScriptedServer(ScriptedServer.HangUp);
        var clock = new ManualTimeProvider();
        await AssertErrorAsync<DecathlonException>(ApiErrors.ConnectionLost, () => Decathlons.For(server).StoreAsync(Photo, Cancellation));
        await AssertErrorAsync(DecathlonErrors.DecathlonUnreachable,
            () => clock.RunAsync(At(Unreachable(), clock: clock).StoreAsync(Photo, Cancellation)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../me")]
    [InlineData("eu2a/8ff4")]
    [InlineData("eu2a?x=1")]
    [InlineData("é")]
    public async Task Invalid_id_is_not_requested(string id) =>
        await AssertErrorAsync(DecathlonErrors.DecathlonActivityIdInvalid, () => At(Unreachable()).GetActivityAsync(id, Cancellation));

    [Theory]
    [InlineData(null, "NoDecathlonApiKey")]
    [InlineData(" ", "NoDecathlonApiKey")]
    [InlineData("two words", "InvalidDecathlonApiKey")]
    [InlineData("a\r\nHost: b", "InvalidDecathlonApiKey")]
    public void Missing_or_invalid_key_is_an_error(string? key, string id) =>
        Assert.Equal(id, Assert.Throws<DecathlonException>(() => At(Unreachable(), key)).Code);

    [Theory]
    [InlineData("http://api.decathlon.net/", "InsecureBaseUri")]
    [InlineData("ftp://127.0.0.1/", "InvalidBaseUri")]
    [InlineData("api.decathlon.net", "InvalidBaseUri")]
    public void Secrets_require_https_or_this_machine(string server, string id) =>
        Assert.Equal(id, Assert.Throws<ApiException>(() => At(new Uri(server, UriKind.RelativeOrAbsolute))).Code);

    [Fact]
    public void Address_of_the_API_is_accepted_as_the_server() =>
        Assert.Equal(new Uri("https://api.decathlon.net/"), At(new Uri("https://api.decathlon.net/sportstrackingdata/v2/")).BaseUri);

    [Fact]
    public async Task Picture_is_downloaded_without_token_and_key()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200, "image/png", "pixels"));

        var picture = await At(new Uri("https://api.decathlon.net/")).DownloadAsync(server.Uri + "maps/1.png", Cancellation);

        Assert.Equal(("1.png", 6), (picture.Name, picture.Bytes.Length));
        AssertNoSecret(Assert.Single(server.Requests));
        await AssertErrorAsync(DecathlonErrors.DecathlonUrlInvalid,
            () => At(Unreachable()).DownloadAsync("http://example.com/1.png", Cancellation));
    }

    [Fact]
    public async Task Logs_and_texts_contain_no_secret()
    {
        var lines = new List<string>();
        await using var server = new ScriptedServer(ScriptedServer.Json(401, """{"message":"no"}"""));

        var error = await Assert.ThrowsAsync<DecathlonException>(
            () => Decathlons.For(server, request => lines.Add(request.ToString())).StoreAsync(Photo, Cancellation));

        AssertNoSecret(error);
        AssertNoSecret(Assert.Single(lines));
    }

    [Fact]
    public async Task Stored_file_is_returned_unchanged_and_the_activity_is_read_completely()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = Decathlons.For(fake);

        var url = await client.StoreAsync(Photo, Cancellation);
        var activity = await client.GetActivityAsync(ActivityId, Cancellation);

        Assert.Equal(Photo.Bytes.ToArray(), (await client.DownloadAsync(url.OriginalString, Cancellation)).Bytes.ToArray());
        Assert.Equal((ActivityId, "Morning Ride", "/v2/sports/381", 3600d),
            (activity.Id, activity.Name, activity.Sport, activity.Duration));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 8, 30, 0, TimeSpan.FromHours(1)), activity.StartDate);
        Assert.Equal("Activity", activity.ExtensionData!["@type"].GetString());
    }

    [Fact]
    public void Client_with_a_default_token_is_rejected()
    {
        using var http = ApiHttp.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "fake-token");
        Assert.Throws<ArgumentException>(
            () => new DecathlonClient(http, new StaticAccessToken(Token), new DecathlonClientOptions { ApiKey = ApiKey }));
    }

    private static void AssertPut(string request, string body)
    {
        Assert.StartsWith($"PUT /sportstrackingdata/v2/activities/{ActivityId} HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {Token}\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"x-api-key: {ApiKey}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + body, request, StringComparison.Ordinal);
    }

    private static void AssertNoSecret(object value)
    {
        Assert.DoesNotContain(Token, value.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ApiKey, value.ToString(), StringComparison.Ordinal);
    }
}
