using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>Stubs in the dialect of wiremock.org: they take precedence over the engine, and unsupported features are rejected.</summary>
public class StubDialectTests : FakeStravaTest
{
    private Task<Reply> AdminAsync(string method, string path, string? json = null) => SendAsync(
        new HttpMethod(method), $"__admin/{path}", json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), "");

    private async Task StubAsync(string json)
    {
        var added = await AdminAsync("POST", "mappings", json);
        Assert.True(added.Status == HttpStatusCode.Created, added.Body);
    }

    [Fact]
    public async Task Stub_takes_precedence_over_the_engine_until_it_is_removed()
    {
        await StartAsync();
        await StubAsync("""
            {"id":"6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11","request":{"method":"GET","urlPath":"/api/v3/athlete"},
             "response":{"status":502,"statusMessage":"Bad","headers":{"Content-Type":"text/html","X-Many":["a","b"]},"body":"<p>Bad</p>"}}
            """);

        var stubbed = await GetAsync("api/v3/athlete?per_page=1");
        var journal = Assert.Single(Server.Requests);
        await AdminAsync("DELETE", "mappings/6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11");

        Assert.Equal((HttpStatusCode.BadGateway, "<p>Bad</p>", "a;b"), (stubbed.Status, stubbed.Body, stubbed.Header("X-Many")));
        Assert.Equal((AnsweredBy.Stub, 502), (journal.AnsweredBy, journal.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Fallthrough_patches_the_answer_of_the_engine()
    {
        await StartAsync();
        await UploadAndPollAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx", [("name", "Before")]);
        var athlete = await GetAsync("api/v3/athlete");
        await StubAsync("""
            {"request":{"urlPath":"/api/v3/athlete"},
             "response":{"transformers":["fallthrough"],"status":203,"jsonBody":{"weight":71.5,"city":null,"extra":{"a":1}}}}
            """);
        await StubAsync("""
            {"request":{"urlPath":"/api/v3/athlete/activities"},"response":{"transformers":["fallthrough"],"jsonBody":{"name":"After"}}}
            """);

        var patched = await GetAsync("api/v3/athlete");
        var list = await GetAsync("api/v3/athlete/activities");

        var expected = JsonNode.Parse(athlete.Body)!.AsObject();
        (expected["weight"], expected["extra"]) = (71.5, new JsonObject { ["a"] = 1 });
        Assert.True(expected.Remove("city"));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(patched.Body)), patched.Body);
        Assert.Equal((HttpStatusCode.NonAuthoritativeInformation, "4,4"), (patched.Status, patched.Header("X-Ratelimit-Usage")));
        Assert.Equal("After", Assert.Single(list.Json.EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("Before", Assert.Single(Server.Activities).Name);
    }

    [Fact]
    public async Task Upload_reaches_the_engine_although_a_stub_looks_at_bodies()
    {
        await StartAsync();
        await StubAsync("""
            {"request":{"method":"POST","urlPath":"/api/v3/uploads",
              "multipartPatterns":[{"name":"data_type","bodyPatterns":[{"equalTo":"fit"}]}]},"response":{"status":500}}
            """);

        var gpx = await UploadAndPollAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        var fit = await UploadAsync([1, 2, 3], "fit");

        Assert.Equal(IsReady, gpx.Text("status"));
        Assert.Equal(HttpStatusCode.InternalServerError, fit.Status);
    }

    [Theory]
    [InlineData("""{"queryParameters":{"page":{"equalTo":"2"}}}""", "?page=2", "?page=3")]
    [InlineData("""{"queryParameters":{"page":{"absent":true}}}""", "", "?page=3")]
    [InlineData("""{"queryParameters":{"page":{"matches":"[0-9]"}}}""", "?page=2", "?page=22")]
    [InlineData("""{"queryParameters":{"page":{"not":{"equalTo":"2"}}}}""", "?page=3", "?page=2")]
    [InlineData("""{"queryParameters":{"page":{"or":[{"equalTo":"2"},{"contains":"9"}]}}}""", "?page=19", "?page=1")]
    [InlineData("""{"queryParameters":{"page":{"greaterThanNumber":5}}}""", "?page=6", "?page=5")]
    [InlineData("""{"headers":{"authorization":{"matches":"^Bearer .+"}}}""", "", null)]
    [InlineData("""{"urlPathTemplate":"/api/v3/{what}","pathParameters":{"what":{"equalTo":"athlete"}}}""", "", null)]
    [InlineData("""{"urlPattern":"/api/v3/athlete\\?page=.*"}""", "?page=1", "")]
    [InlineData("""{"method":{"oneOf":["GET","PUT"]}}""", "", null)]
    public async Task Condition_matches_one_request_and_not_the_other(string pattern, string matching, string? other)
    {
        await StartAsync();
        var request = pattern.Contains("\"url", StringComparison.Ordinal) ? pattern : $"{{\"urlPath\":\"/api/v3/athlete\",{pattern[1..]}";
        await StubAsync($$$"""{"request":{{{request}}},"response":{"status":418}}""");

        Assert.Equal(418, (int)(await GetAsync($"api/v3/athlete{matching}")).Status);
        if (other is not null)
        {
            Assert.Equal(200, (int)(await GetAsync($"api/v3/athlete{other}")).Status);
        }
    }

    [Theory]
    [InlineData(
        """{"equalToJson":"{\"a\":[1,2],\"b\":3}","ignoreArrayOrder":true,"ignoreExtraElements":true}""", """{"b":3,"a":[2,1],"c":4}""")]
    [InlineData("""{"matchesJsonPath":"$.a[?(@.b == 2)]"}""", """{"a":[{"b":2}]}""")]
    [InlineData("""{"matchesJsonPath":{"expression":"$.name","contains":"ride"}}""", """{"name":"Morning ride"}""")]
    [InlineData("""{"binaryEqualTo":"eHl6"}""", "xyz")]
    public async Task Condition_of_the_body_matches(string pattern, string body)
    {
        await StartAsync();
        await StubAsync($$$"""{"request":{"method":"POST","url":"/hook","bodyPatterns":[{{{pattern}}}]},"response":{"status":418}}""");

        var matching = await SendAsync(HttpMethod.Post, "hook", new StringContent(body), "");
        var other = await SendAsync(HttpMethod.Post, "hook", new StringContent("{}"), "");

        Assert.Equal((418, 404), ((int)matching.Status, (int)other.Status));
    }

    [Fact]
    public async Task Higher_priority_and_newer_stub_take_precedence()
    {
        await StartAsync();
        await StubAsync("""{"priority":1,"request":{"url":"/a"},"response":{"status":201}}""");
        await StubAsync("""{"request":{"url":"/a"},"response":{"status":202}}""");
        await StubAsync("""{"request":{"url":"/b"},"response":{"status":203}}""");
        await StubAsync("""{"request":{"url":"/b"},"response":{"status":205}}""");

        Assert.Equal((201, 205), ((int)(await GetAsync("a")).Status, (int)(await GetAsync("b")).Status));
    }

    [Theory]
    [InlineData("""{"request":{"metod":"GET"}}""", "/request/metod")]
    [InlineData("""{"response":{"proxyBaseUrl":"http://example.com"}}""", "/response/proxyBaseUrl")]
    [InlineData("""{"response":{"transformers":["response-template"]}}""", "/response/transformers")]
    [InlineData("""{"request":{"headers":{"A":{"equalToXml":"<a/>"}}}}""", "/request/headers/A/equalToXml")]
    [InlineData("""{"request":{"urlPattern":"("}}""", "/request/urlPattern")]
    [InlineData("""{"response":{"fault":"FIRE"}}""", "/response/fault")]
    public async Task Unsupported_feature_is_refused_with_a_pointer(string json, string place)
    {
        await StartAsync();

        var reply = await AdminAsync("POST", "mappings", json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(place, reply.Json.GetProperty("errors")[0].GetProperty("source").GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("CONNECTION_RESET_BY_PEER", "")]
    [InlineData("EMPTY_RESPONSE", "")]
    [InlineData("RANDOM_DATA_THEN_CLOSE", "~~~ not HTTP")]
    [InlineData("MALFORMED_RESPONSE_CHUNK", "HTTP/1.1 200 OK")]
    public async Task Fault_breaks_the_connection(string fault, string begin)
    {
        await StartAsync();
        await StubAsync($$$"""{"request":{"url":"/broken"},"response":{"fault":"{{{fault}}}"}}""");
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Server.BaseUri.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            "GET /broken HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var (received, isReset) = await ReadToEndAsync(client);

        Assert.StartsWith(begin, received, StringComparison.Ordinal);
        Assert.Equal(begin.Length == 0, received.Length == 0);
        Assert.Equal(fault == "CONNECTION_RESET_BY_PEER", isReset);
        Assert.Equal(AnsweredBy.Stub, Assert.Single(Server.Requests).AnsweredBy);
    }

    [Fact]
    public async Task Snapshot_of_the_journal_answers_as_the_fake_did()
    {
        await StartAsync();
        var athlete = await GetAsync("api/v3/athlete");
        var snapshot = await AdminAsync("POST", "recordings/snapshot", "{}");
        await StartAsync();

        await AdminAsync("POST", "mappings/import", snapshot.Body);

        var replayed = await GetAsync("api/v3/athlete", "any token");
        Assert.Equal(athlete.Body, replayed.Body);
        Assert.Equal("1,1", replayed.Header("X-Ratelimit-Usage"));
    }

    [Fact]
    public async Task Engine_counts_as_a_match_and_says_so_in_metadata()
    {
        await StartAsync();
        await GetAsync("api/v3/athlete");
        await GetAsync("api/v3/nothing");

        var events = (await AdminAsync("GET", "requests")).Json.GetProperty("requests");

        Assert.Equal([false, true], events.EnumerateArray().Select(one => one.GetProperty("wasMatched").GetBoolean()));
        Assert.Equal("getAthlete", events[1].GetProperty("stubMapping").GetProperty("metadata").GetProperty("operation").GetString());
        Assert.Equal("Bearer ***", events[1].GetProperty("request").GetProperty("headers").GetProperty("Authorization").GetString());
        const string Pattern = """{"url":"/api/v3/athlete","headers":{"Authorization":{"equalTo":"Bearer fake-access-token"}}}""";
        Assert.Equal(1, (await AdminAsync("POST", "requests/count", Pattern)).Number("count"));
    }

    private static async Task<(string Received, bool IsReset)> ReadToEndAsync(TcpClient client)
    {
        using var received = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(received, TestContext.Current.CancellationToken);
            return (Encoding.ASCII.GetString(received.ToArray()), false);
        }
        catch (IOException)
        {
            return (Encoding.ASCII.GetString(received.ToArray()), true);
        }
    }
}
