using System.Text;
using StravaTools.FakeStrava.Tests.Support;
using Net = global::WireMock.Server;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>Stubs go from wiremock.org's dialect to that of WireMock.Net and back, and nothing is lost without notice.</summary>
public sealed class DialectTests : FakeStravaTest
{
    private const string Export = "/__admin/mappings?dialect=wiremock.net";

    /// <summary>What WireMock.Net answers differently although the mapping is the same.</summary>
    private static readonly string[] OtherInWireMockNet =
    [
        // All values of a parameter must match; 1 and 1.0 are different; paths are decoded.
        "GET /s?q=1&q=2", """POST /s || {"b":{"c":1},"a":[1,2]}""", "GET /s/%C3%A9",
    ];

    [Fact]
    public async Task Translated_stubs_match_the_same_requests()
    {
        await StartAsync();
        using var fake = CreateClient(Server.BaseUri);
        using var net = StartWireMockNet();
        using var other = CreateClient(new Uri(net.Url!));
        var differences = new AnswerComparison();
        var carried = 0;

        foreach (var one in StubCase.ReadAll().Where(one => !one.IsRefused))
        {
            await GoldenRun.SendAsync(fake, HttpMethod.Post, "/__admin/mappings", one.Stub.ToJsonString());
            using var exported = await fake.GetAsync(new Uri(Export, UriKind.Relative), TestContext.Current.CancellationToken);
            var mappings = await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var answers = await AnswersAsync(fake, one);
            await GoldenRun.SendAsync(fake, HttpMethod.Delete, "/__admin/mappings");
            if (exported.Headers.Contains("X-Fake-Lossy"))
            {
                continue;
            }

            carried++;
            net.Reset();
            Assert.True(mappings.Contains("Guid", StringComparison.Ordinal), one.Stub.ToJsonString());
            net.WithMapping(mappings);
            Compare("WireMock.Net", one, answers, await AnswersAsync(other, one));
            var imported = await GoldenRun.SendAsync(fake, HttpMethod.Post, "/__admin/mappings/import", mappings);
            Assert.True(imported.Status == 200, imported.Body);
            Compare("back", one, answers, await AnswersAsync(fake, one));
            await GoldenRun.SendAsync(fake, HttpMethod.Delete, "/__admin/mappings");
        }

        differences.AssertNone();
        Assert.True(carried > 25, $"{carried} stubs were carried.");

        void Compare(string where, StubCase one, List<string> expected, List<string> actual)
        {
            foreach (var (index, request) in one.Requests.Index())
            {
                var isOther = where != "back" && OtherInWireMockNet.Contains(request);
                if (expected[index] != actual[index] && !isOther)
                {
                    var stub = one.Stub["request"]!.ToJsonString();
                    differences.Add($"{where}: {stub} {request}: '{actual[index]}' instead of '{expected[index]}'");
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"request":{"multipartPatterns":[{"name":"a"}]}}""", "/request/multipartPatterns")]
    [InlineData("""{"request":{"headers":{"A":{"includes":[{"equalTo":"b"}]}}}}""", "/request/headers/A")]
    [InlineData(
        """{"request":{"bodyPatterns":[{"equalToJson":"{}","ignoreArrayOrder":true}]}}""", "/request/bodyPatterns/0/ignoreArrayOrder")]
    [InlineData("""{"response":{"fault":"EMPTY_RESPONSE"}}""", "/response/fault")]
    [InlineData("""{"scenarioName":"a","newScenarioState":"b"}""", "/requiredScenarioState")]
    public async Task What_WireMock_Net_cannot_express_is_named(string stub, string place)
    {
        await StartAsync();
        var added = await AdminAsync("mappings", stub);

        var exported = await GetAsync(Export[1..]);

        Assert.Equal($"/{added.Text("id")}{place}", exported.Header("X-Fake-Lossy"));
    }

    [Theory]
    [InlineData("""{"Request":{"Body":{"Matcher":{"Name":"SimMetricsMatcher","Pattern":"a"}}}}""", "/Request/Body/SimMetricsMatcher")]
    [InlineData("""{"Request":{"Path":"/a"},"Response":{"BodyAsFile":"a.txt"}}""", "/Response/BodyAsFile")]
    [InlineData("""{"Guid":"6b2c1c5e-6a34-4f0e-9d0e-2f9c1f0a7d11","Webhooks":[{"Url":"http://a"}]}""", "/Webhooks")]
    public async Task What_wiremock_org_cannot_express_is_refused(string mapping, string place)
    {
        await StartAsync();

        var reply = await AdminAsync("mappings", mapping);

        Assert.Equal(422, (int)reply.Status);
        Assert.Equal(place, reply.Json.GetProperty("errors")[0].GetProperty("source").GetProperty("pointer").GetString());
        Assert.Equal(0, (await GetAsync("__admin/mappings")).Json.GetProperty("meta").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Mapping_of_WireMock_Net_answers_in_its_scenario()
    {
        await StartAsync();
        const string Mapping = """
            { "Title": "limited", "Scenario": "uploads", "SetStateTo": "limited",
              "Request": {
                "Path": "/api/v3/athle*", "Methods": [ "get" ],
                "Headers": [ { "Name": "Authorization", "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^Bearer .+" } ] } ] },
              "Response": { "StatusCode": 429, "BodyAsJson": { "message": "Rate Limit Exceeded" } } }
            """;
        Assert.Equal(201, (int)(await AdminAsync("mappings", Mapping)).Status);

        var (first, second) = (await GetAsync("api/v3/athlete"), await GetAsync("api/v3/athlete"));

        Assert.Equal((429, "Rate Limit Exceeded", 200), ((int)first.Status, first.Text("message"), (int)second.Status));
    }

    [Fact]
    public async Task Exported_answers_are_the_same_in_WireMock_Net()
    {
        await StartAsync();
        var recorded = await RecordedAnswers.CreateAsync(Server);
        using var fake = CreateClient(Server.BaseUri);
        await GoldenRun.SendAsync(fake, HttpMethod.Post, "/__admin/mappings/import", recorded.Stubs);
        var mappings = await fake.GetStringAsync(new Uri(Export, UriKind.Relative), TestContext.Current.CancellationToken);
        using var net = StartWireMockNet();
        net.WithMapping(mappings);
        using var other = CreateClient(new Uri(net.Url!));

        await recorded.AssertSameAsync(other);
    }

    private static Net.WireMockServer StartWireMockNet() =>
        Net.WireMockServer.Start(new global::WireMock.Settings.WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });

    private static HttpClient CreateClient(Uri address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    private static async Task<List<string>> AnswersAsync(HttpClient http, StubCase one)
    {
        var answers = new List<string>();
        foreach (var request in one.Requests)
        {
            answers.Add(await StubCase.AnswerAsync(http, request));
        }

        return answers;
    }

    private Task<Reply> AdminAsync(string path, string json) =>
        SendAsync(HttpMethod.Post, $"__admin/{path}", new StringContent(json, Encoding.UTF8, "application/json"), "");
}
