using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>One clock for tokens, limits, processing, and the addresses of photos.</summary>
public class ClockAdminTests : AdminTest
{
    [Fact]
    public async Task Clock_can_be_frozen_moved_and_restored()
    {
        await StartAsync();

        var frozen = await AdminAsync(Put, "clock", """{"mode":"frozen","now":"2026-03-29T00:59:00Z"}""");
        var advanced = await AdminAsync(Post, "clock/advance", """{"by":"PT6H1M"}""");
        var again = await AdminAsync(Post, "clock/advance", """{"by":30}""");
        var running = await AdminAsync(Put, "clock", """{"mode":"running"}""");
        var deleted = await AdminAsync(Delete, "clock");

        Assert.Equal(("frozen", "2026-03-29T00:59:00+00:00"), (frozen.Text("mode"), frozen.Text("now")));
        Assert.Equal("2026-03-29T07:00:00+00:00", advanced.Text("now"));
        Assert.Equal("2026-03-29T07:00:30+00:00", again.Text("now"));
        Assert.Equal("running", running.Text("mode"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal("system", (await AdminAsync(Get, "clock")).Text("mode"));
    }

    [Fact]
    public async Task Token_expires_when_the_clock_moves()
    {
        var expiry = new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);
        await StartAsync(new FakeStravaOptions { Athletes = [new FakeAthlete { AccessTokenExpiresAt = expiry }] });
        Server.Clock.Freeze(expiry.AddSeconds(-1));

        var before = await GetAsync("api/v3/athlete");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await GetAsync("api/v3/athlete");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.Status, after.Status));
    }

    [Fact]
    public async Task Upload_is_processed_and_limits_reset_when_the_clock_moves()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterTime(TimeSpan.FromSeconds(8)) });
        Server.Clock.Freeze(new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero));
        var upload = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        Assert.Equal(StillProcessing, (await PollAsync(upload)).Text("status"));
        Server.Clock.Advance(TimeSpan.FromMinutes(15));
        var ready = await PollAsync(upload);

        Assert.Equal(IsReady, ready.Text("status"));
        Assert.Equal("1,3", ready.Header("X-Ratelimit-Usage"));
    }

    [Fact]
    public async Task Clock_does_not_go_back()
    {
        await StartAsync();

        var reply = await AdminAsync(Post, "clock/advance", """{"by":"-PT1S"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Clock.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task Clock_stays_before_the_year_9999()
    {
        await StartAsync();

        var frozen = await AdminAsync(Put, "clock", """{"mode":"frozen","now":"9999-06-01T00:00:00Z"}""");
        var running = await AdminAsync(Put, "clock", """{"mode":"running","now":"9999-06-01T00:00:00Z"}""");
        var advanced = await AdminAsync(Post, "clock/advance", """{"by":"P3000000D"}""");

        Assert.All([frozen, running, advanced], reply => Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status));
        Assert.True(Server.Clock.IsReal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("api/v3/athlete")).Status);
    }

    [Theory]
    [InlineData("""{"mode":"frozen","when":"2026-03-29T00:59:00Z"}""", "/when")]
    [InlineData("""{"mode":"stopped"}""", "/mode")]
    [InlineData("""{"mode":"system","now":"2026-03-29T00:59:00Z"}""", "/now")]
    [InlineData("""{"mode":"frozen","now":"yesterday"}""", "/now")]
    [InlineData("nonsense", "")]
    public async Task Invalid_change_is_refused_with_a_pointer(string json, string place)
    {
        await StartAsync();

        var reply = await AdminAsync(Put, "clock", json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        var error = Assert.Single(reply.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(place, error.GetProperty("source").GetProperty("pointer").GetString());
        Assert.Equal("Error parsing JSON", error.GetProperty("title").GetString());
    }
}
