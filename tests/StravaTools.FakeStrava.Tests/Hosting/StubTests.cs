using System.Net;
using StravaTools.FakeStrava.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace StravaTools.FakeStrava.Tests.Hosting;

/// <summary>Stubs of WireMock.Net in front of the engine, set in C#.</summary>
public class StubTests : FakeStravaTest
{
    [Fact]
    public async Task Stub_takes_precedence_over_the_engine()
    {
        await StartAsync();
        Server.Given(Request.Create().WithPath("/api/v3/athlete").UsingGet())
            .RespondWith(Response.Create().WithStatusCode(502).WithHeader("Content-Type", "text/html").WithBody("<p>Bad Gateway</p>"));

        var stubbed = await GetAsync("api/v3/athlete");

        Assert.Equal((HttpStatusCode.BadGateway, "<p>Bad Gateway</p>"), (stubbed.Status, stubbed.Body));
        Assert.Equal(("text/html", 18), (stubbed.Headers.ContentType!.MediaType, stubbed.Headers.ContentLength));
    }

    [Fact]
    public async Task Stub_that_does_not_match_leaves_requests_to_the_engine()
    {
        await StartAsync();
        var before = await GetAsync("api/v3/athlete");
        Server.Given(Request.Create().WithPath("/api/v3/segments/1")).RespondWith(Response.Create().WithStatusCode(502));

        var after = await GetAsync("api/v3/athlete");
        var upload = await UploadAndPollAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx", [("name", "with a stub")]);
        var unknown = await GetAsync("api/v3/nothing");

        Assert.Equal(before.Body, after.Body);
        Assert.Equal(before.Headers.ToString(), after.Headers.ToString());
        Assert.Equal(IsReady, upload.Text("status"));
        Assert.Equal("with a stub", Assert.Single(Server.Activities).Name);
        Assert.Equal("Record Not Found", unknown.Text("message"));
        Assert.Equal(("1,1", "2,2"), (before.Header("X-Ratelimit-Usage"), after.Header("X-Ratelimit-Usage")));
    }

    [Fact]
    public async Task Stubs_are_removed_by_a_reset()
    {
        await StartAsync();
        Server.Given(Request.Create().WithPath("/api/v3/athlete")).RespondWith(Response.Create().WithStatusCode(502));

        Server.WireMock.Reset();

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
    }

    [Fact]
    public async Task Scenario_of_stubs_changes_its_answers()
    {
        await StartAsync();
        var athlete = Request.Create().WithPath("/api/v3/athlete");
        Server.Given(athlete).InScenario("outage").WillSetStateTo("over").RespondWith(Response.Create().WithStatusCode(503));

        HttpStatusCode[] statuses = [(await GetAsync("api/v3/athlete")).Status, (await GetAsync("api/v3/athlete")).Status];

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
    }
}
