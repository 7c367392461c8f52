using System.Net;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>Uploads that a test completes.</summary>
public class UploadsAdminTests : AdminTest
{
    [Fact]
    public async Task Held_upload_is_ready_when_it_is_completed()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.Held });
        var upload = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        var waiting = await PollAsync(upload);

        var changed = await AdminAsync(Patch, $"uploads/{upload.Number("id")}", """{"outcome":"ready"}""");

        Assert.Equal(StillProcessing, waiting.Text("status"));
        Assert.Equal(IsReady, changed.Text("status"));
        Assert.Equal(IsReady, (await PollAsync(upload)).Text("status"));
        Assert.Single(Server.Activities);
    }

    [Theory]
    [InlineData("timeMissing", "Time information is missing from file.")]
    [InlineData("Something new", "Something new")]
    public async Task Upload_fails_with_a_text(string text, string error)
    {
        await StartAsync();
        await AdminAsync(Put, "processing", """{"uploads":"hold"}""");
        var upload = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        await AdminAsync(Patch, $"uploads/{upload.Number("id")}", $$"""{"outcome":"error","text":"{{text}}"}""");

        var poll = await PollAsync(upload);
        Assert.Equal((HasError, error), (poll.Text("status"), poll.Text("error")));
        Assert.Empty(Server.Activities);
    }

    [Fact]
    public async Task Single_upload_can_be_held_while_others_are_processed()
    {
        await StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1) });
        var held = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        var other = await UploadAsync(TestFiles.Gpx("2025-05-03T07:00:00Z"), "gpx");
        Assert.True(Server.HoldUpload(held.Number("id")));

        await PollAsync(held);
        await PollAsync(other);

        Assert.Equal((StillProcessing, IsReady), ((await PollAsync(held)).Text("status"), (await PollAsync(other)).Text("status")));
        Assert.True(Server.CompleteUpload(held.Number("id")));
        Assert.False(Server.FailUpload(held.Number("id"), "too late"));
    }

    [Fact]
    public async Task Upload_that_is_ready_cannot_be_changed()
    {
        await StartAsync();
        var upload = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");

        var late = await AdminAsync(Patch, $"uploads/{upload.Number("id")}", """{"outcome":"error","text":"malformed"}""");
        var unknown = await AdminAsync(Patch, "uploads/1", """{"outcome":"ready"}""");
        var list = await AdminAsync(Get, "uploads");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (late.Status, unknown.Status));
        Assert.Equal(1, list.Json.GetProperty("meta").GetProperty("total").GetInt32());
        Assert.Equal("walk.gpx", list.Json.GetProperty("uploads")[0].GetProperty("fileName").GetString());
    }

    [Theory]
    [InlineData("Origin", "https://example.com", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Host", "example.com", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:8080", HttpStatusCode.OK)]
    [InlineData("Host", "localhost", HttpStatusCode.OK)]
    public async Task Administration_and_secrets_are_refused_to_pages_of_other_hosts(string header, string value, HttpStatusCode status)
    {
        await StartAsync();
        using var admin = new HttpRequestMessage(Get, new Uri(Server.BaseUri, "__admin/strava/clock"));
        using var settings = new HttpRequestMessage(Get, new Uri(Server.BaseUri, "settings/api"));
        using var api = new HttpRequestMessage(Get, new Uri(Server.BaseUri, "api/v3/athlete?access_token=fake-access-token"));
        admin.Headers.TryAddWithoutValidation(header, value);
        settings.Headers.TryAddWithoutValidation(header, value);
        api.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal((status, HttpStatusCode.OK), ((await SendAsync(admin)).Status, (await SendAsync(api)).Status));
        Assert.Equal(status, (await SendAsync(settings)).Status);
    }

    [Fact]
    public async Task Reset_restores_the_start_with_the_same_ids()
    {
        await StartAsync();
        var first = await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx");
        Server.AddFault(new FakeFault { Status = 500, Times = null, Method = "PUT" });
        Server.Clock.Freeze();
        Server.LeaveRequests(0);

        var reset = await AdminAsync(Post, "reset");

        Assert.Equal(HttpStatusCode.NoContent, reset.Status);
        Assert.Empty(Server.Uploads);
        Assert.Empty(Server.Requests);
        Assert.Empty(Server.Faults);
        Assert.True(Server.Clock.IsReal);
        Assert.Equal(first.Number("id"), (await UploadAsync(TestFiles.Gpx("2025-05-02T07:00:00Z"), "gpx")).Number("id"));
    }
}
