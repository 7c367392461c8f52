using StravaTools.FakeStrava.Tests.Clients;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>The same calls to WireMock itself and to the fake. Requires java, and npm ci --prefix tests/Clients/wiremock.</summary>
[TimeLimit(150)]
public sealed class DifferentialTests(RealWireMock wireMock) : FakeStravaTest, IClassFixture<RealWireMock>
{
    /// <summary>Different in each run, or hidden by the fake.</summary>
    private static readonly string[] Varying =
    [
        "id", "uuid", "absoluteUrl", "loggedDate", "loggedDateString", "port", "processTime", "serveTime", "totalTime", "responseSendTime",
        "timeOffsetNanos", "Matched-Stub-Id", "Host", "host", "Authorization", "detail",
    ];

    [Fact]
    public async Task Recorded_calls_have_the_same_answers()
    {
        var real = await wireMock.StartAsync();
        await StartAsync();
        using var fake = new HttpClient { BaseAddress = Server.BaseUri };

        var expected = await GoldenRun.SendAllAsync(real);
        var actual = await GoldenRun.SendAllAsync(fake);

        var differences = new AnswerComparison(Varying);
        foreach (var (one, other) in expected.Zip(actual))
        {
            differences.CompareAnswers(one.Call, (one.Status, one.Body), (other.Status, other.Body));
        }

        differences.AssertNone();
    }

    [Theory]
    [InlineData("captain.js")]
    [InlineData("rest-client.js")]
    public Task Client_for_JavaScript_gets_what_WireMock_gives(string script) => CompareClientAsync("node", script);

    [Fact]
    public async Task Client_for_Python_gets_what_WireMock_gives()
    {
        Assert.SkipUnless(await ForeignClient.SucceedsAsync("wiremock", "python3", "-c", "import wiremock"),
            "python-wiremock is not installed. Run pip install wiremock");

        await CompareClientAsync("python3", "python_client.py");
    }

    [Fact]
    public Task Client_for_Java_gets_what_WireMock_gives() => CompareClientAsync("java", "-cp", RealWireMock.Jar, "JavaClient.java");

    [Fact]
    public async Task Stubs_match_the_same_requests()
    {
        var real = await wireMock.StartAsync();
        await StartAsync();
        using var fake = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Server.BaseUri };
        var differences = new AnswerComparison();

        foreach (var one in StubCase.ReadAll())
        {
            foreach (var server in new[] { real, fake })
            {
                var (status, body) = await GoldenRun.SendAsync(server, HttpMethod.Post, "/__admin/mappings", one.Stub.ToJsonString());
                if (status != (one.IsRefused && server == fake ? 422 : 201))
                {
                    differences.Add($"{server.BaseAddress} refuses {one.Stub.ToJsonString()}: {body}");
                }
            }

            foreach (var request in one.Requests.Where(_ => !one.IsRefused))
            {
                var (expected, actual) = (await StubCase.AnswerAsync(real, request), await StubCase.AnswerAsync(fake, request));
                if (expected != actual)
                {
                    differences.Add($"{one.Stub["request"]!.ToJsonString()} {request}: '{actual}' instead of '{expected}'");
                }
            }

            foreach (var server in new[] { real, fake })
            {
                await GoldenRun.SendAsync(server, HttpMethod.Delete, "/__admin/mappings");
            }
        }

        differences.AssertNone();
    }

    [Fact]
    public async Task Exported_answers_are_the_same_in_WireMock()
    {
        var real = await wireMock.StartAsync();
        await StartAsync();
        var recorded = await RecordedAnswers.CreateAsync(Server);

        var (status, _) = await GoldenRun.SendAsync(real, HttpMethod.Post, "/__admin/mappings/import", recorded.Stubs);

        Assert.Equal(200, status);
        await recorded.AssertSameAsync(real);
    }

    private async Task CompareClientAsync(string program, params string[] arguments)
    {
        var real = await wireMock.StartAsync();
        await StartAsync();

        var expected = await ClientProgram.RunAsync(RealWireMock.Folder, program, [.. arguments, real.BaseAddress!.AbsoluteUri]);
        var actual = await ClientProgram.RunAsync(RealWireMock.Folder, program, [.. arguments, Server.BaseUri.AbsoluteUri]);

        Assert.True(expected.Count > 20);
        var differences = new AnswerComparison(Varying);
        foreach (var (one, other) in expected.Zip(actual))
        {
            differences.CompareJson((string)one["call"]!, one, other);
        }

        Assert.Equal(expected.Count, actual.Count);
        differences.AssertNone();
    }
}
