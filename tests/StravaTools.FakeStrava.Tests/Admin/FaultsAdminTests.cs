using System.Net;
using System.Net.Sockets;
using System.Text;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>Ordered failures, with and without effect.</summary>
public class FaultsAdminTests : AdminTest
{
    [Fact]
    public async Task Third_poll_fails_with_a_page_of_a_proxy_and_the_next_succeeds()
    {
        await StartAsync();
        var upload = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        const string Order = """{"operation":"getUpload","nth":3,"status":502,"contentType":"text/html","body":"<p>Bad Gateway</p>"}""";
        var fault = await AdminAsync(Post, "faults", Order);

        Reply[] polls = [await PollAsync(upload), await PollAsync(upload), await PollAsync(upload), await PollAsync(upload)];

        Assert.Equal(HttpStatusCode.Created, fault.Status);
        Assert.Equal($"/__admin/strava/faults/{fault.Number("id")}", fault.Header("Location"));
        Assert.Equal([200, 200, 502, 200], polls.Select(poll => (int)poll.Status));
        Assert.Equal("<p>Bad Gateway</p>", polls[2].Body);
        Assert.Equal(AnsweredBy.Fault, Server.Requests[^2].AnsweredBy);
        Assert.Empty((await AdminAsync(Get, "faults")).Json.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Fault_that_takes_effect_creates_the_upload_without_its_answer()
    {
        await StartAsync();
        await AdminAsync(Post, "faults", """{"operation":"createUpload","status":500,"takesEffect":true}""");

        var lost = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        Assert.Equal(HttpStatusCode.InternalServerError, lost.Status);
        Assert.DoesNotContain("id", lost.Body, StringComparison.Ordinal);
        Assert.Null(lost.Header("X-Ratelimit-Usage"));
        Assert.Single(Server.Uploads);
        Assert.Single(Server.Activities);
    }

    [Fact]
    public async Task Fault_without_effect_leaves_the_data_and_the_limits()
    {
        await StartAsync();
        Server.AddFault(new FakeFault { Method = "POST", Path = "/api/*/uploads", Status = 503 });

        var lost = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.Status);
        Assert.Empty(Server.Uploads);
        Assert.Equal("1,1", (await GetAsync("api/v3/athlete")).Header("X-Ratelimit-Usage"));
    }

    [Fact]
    public async Task Limit_fault_has_the_body_and_headers_of_a_used_up_limit()
    {
        await StartAsync();
        Server.AddFault(new FakeFault { Status = 429, Times = 2 });

        var (first, second, third) = (await GetAsync("api/v3/athlete"), await GetAsync("api/v3/athlete"), await GetAsync("api/v3/athlete"));

        AssertFault(first, HttpStatusCode.TooManyRequests, "Rate Limit Exceeded", "Application", "rate limit", "exceeded");
        Assert.Equal(("201,0", "101,0"), (first.Header("X-Ratelimit-Usage"), first.Header("X-Readratelimit-Usage")));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (second.Status, third.Status));
    }

    [Fact]
    public async Task Probability_follows_the_seed()
    {
        var first = await StatusesAsync(seed: 7);
        var again = await StatusesAsync(seed: 7);
        var other = await StatusesAsync(seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(status => status == 500), 10, 30);
        // The same result in every process.
        Assert.Equal(".x.xxxxx.x.xxxxx....x.x..x.xxx..x...xxx.", string.Concat(first.Select(status => status == 500 ? 'x' : '.')));

        async Task<List<int>> StatusesAsync(int seed)
        {
            await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { Seed = seed });
            fake.AddFault(new FakeFault { Status = 500, Times = null, Probability = 0.5 });
            using var http = new HttpClient { BaseAddress = fake.BaseUri };
            http.DefaultRequestHeaders.Authorization = new("Bearer", fake.AccessToken);
            var statuses = new List<int>();
            for (var i = 0; i < 40; i++)
            {
                using var response = await http.GetAsync(new Uri("api/v3/athlete", UriKind.Relative));
                statuses.Add((int)response.StatusCode);
            }

            return statuses;
        }
    }

    [Theory]
    [InlineData("reset", 0, false)]
    [InlineData("reset", 0, true)]
    [InlineData("reset", 300, true)]
    [InlineData("close", 0, false)]
    [InlineData("close", 300, true)]
    public async Task Connection_ends_after_exactly_the_specified_number_of_bytes(string end, int bytes, bool takesEffect)
    {
        await StartAsync();
        var effect = takesEffect ? "true" : "false";
        await AdminAsync(Post, "faults", $$"""{"connection":"{{end}}","afterBytes":{{bytes}},"takesEffect":{{effect}}}""");

        var (received, isReset) = await CreateActivityAsync();

        Assert.Equal((bytes, end == "reset"), (received.Length, isReset));
        Assert.StartsWith(bytes == 0 ? "" : "HTTP/1.1 201 Created\r\n", received, StringComparison.Ordinal);
        Assert.Equal(takesEffect, Server.Activities.Count == 1);
        Assert.Equal(AnsweredBy.Fault, Assert.Single(Server.Requests).AnsweredBy);
    }

    [Fact]
    public async Task Silence_lasts_until_the_fake_stops()
    {
        await StartAsync();
        await AdminAsync(Post, "faults", """{"connection":"silence","times":2}""");
        var waiting = CreateActivityAsync();
        while (Server.Faults.Single().Fired == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.False(waiting.IsCompleted);

        await Server.DisposeAsync();

        Assert.Equal("", (await waiting).Received);
    }

    private async Task<(string Received, bool IsReset)> CreateActivityAsync()
    {
        const string Activity = "name=A&sport_type=Run&elapsed_time=60&start_date_local=2025-07-02T06:00:00Z";
        const string Request = $"POST /api/v3/activities?access_token=fake-access-token&{Activity} HTTP/1.1\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Server.BaseUri.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{Request}Host: localhost\r\nContent-Length: 0\r\n\r\n"));
        using var received = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(received);
            return (Encoding.ASCII.GetString(received.ToArray()), false);
        }
        catch (IOException)
        {
            return (Encoding.ASCII.GetString(received.ToArray()), true);
        }
    }

    [Fact]
    public async Task Faults_can_be_removed()
    {
        await StartAsync();
        var fault = Server.AddFault(new FakeFault { Status = 500, Times = null });
        Server.AddFault(new FakeFault { Status = 501, Times = null });

        await AdminAsync(Delete, $"faults/{fault.Id}");
        var second = await GetAsync("api/v3/athlete");
        await AdminAsync(Delete, "faults");

        Assert.Equal((HttpStatusCode.NotImplemented, HttpStatusCode.OK), (second.Status, (await GetAsync("api/v3/athlete")).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await AdminAsync(Delete, $"faults/{fault.Id}")).Status);
    }

    [Fact]
    public async Task Unknown_operation_is_refused_with_all_names()
    {
        await StartAsync();

        var problem = Assert.Throws<ArgumentException>(() => Server.AddFault(new FakeFault { Operation = "nothing", Status = 500 }));

        Assert.StartsWith("There is no operation \"nothing\". Use one of these: activityPage, connect, createActivity, ", problem.Message,
            StringComparison.Ordinal);
        Assert.Contains(", decathlon.issueToken, ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(", issueToken, ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GETUPLOAD")]
    [InlineData("decathlon.storeFile")]
    [InlineData("createPushSubscription")]
    public async Task Operations_of_all_parts_are_accepted_in_any_case(string operation)
    {
        await StartAsync();

        Server.AddFault(new FakeFault { Operation = operation, Status = 500 });

        Assert.Equal(operation, Assert.Single(Server.Faults).Operation);
    }

    [Theory]
    [InlineData("""{"operation":"getUpload"}""", "")]
    [InlineData("""{"operation":"getUploads","status":500}""", "/operation")]
    [InlineData("""{"operation":"","status":500}""", "/operation")]
    [InlineData("""{"status":99}""", "")]
    [InlineData("""{"status":500,"nth":0}""", "")]
    [InlineData("""{"status":500,"probability":0}""", "")]
    [InlineData("""{"status":500,"when":"always"}""", "/when")]
    public async Task Invalid_fault_is_refused(string json, string place)
    {
        await StartAsync();

        var reply = await AdminAsync(Post, "faults", json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(place, reply.Json.GetProperty("errors")[0].GetProperty("source").GetProperty("pointer").GetString());
    }
}
