using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Uploads;

/// <summary>Strava reports a duplicate only in the text of an error, in several forms (field-notes.md, 7.1).</summary>
public sealed class DuplicateTests
{
    private const string Uploading = "ride.gpx duplicate of an uploading activity (70)";
    private const string Processing = """{"id":70,"error":null,"status":"Your activity is still being processed.","activity_id":null}""";
    private const string Ready = """{"id":70,"error":null,"status":"Your activity is ready.","activity_id":99}""";

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Duplicate_of_an_upload_in_progress_waits_for_the_other_upload()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(201, """{"id":7,"error":null,"status":"Your activity is still being processed."}"""),
            ScriptedServer.Json(200, $$"""{"id":7,"error":"{{Uploading}}","status":"There was an error processing your activity."}"""),
            ScriptedServer.Json(200, Processing),
            ScriptedServer.Json(200, Ready));
        var client = For(server, _clock);
        var result = await _clock.RunAsync(new ActivityUploader(client).SendAsync(
            new UploadRequest { File = Gpx() }, new UploadOptions { Wait = new UploadWait() }, cancellationToken: Cancellation));

        Assert.Equal((UploadOutcome.Duplicate, 7L), (result.Outcome, result.Id));
        Assert.Equal((99L, 70L), (result.DuplicateOfActivityId, result.DuplicateOfUploadId));
        Assert.Equal(client.ActivityUrl(99), result.ActivityUrl);
        Assert.Contains("/uploads/70 ", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_of_an_upload_in_progress_asks_once_without_waiting()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(400, $$"""{"error":"{{Uploading}}"}"""), ScriptedServer.Json(200, Processing));
        var result = await new ActivityUploader(For(server)).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((UploadOutcome.Duplicate, null, 70L), (result.Outcome, result.DuplicateOfActivityId, result.DuplicateOfUploadId));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Duplicate_remains_one_if_the_other_upload_cannot_be_read()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(400, $$"""{"error":"{{Uploading}}"}"""), ScriptedServer.Json(404, ""));
        var result = await new ActivityUploader(For(server)).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((UploadOutcome.Duplicate, 70L), (result.Outcome, result.DuplicateOfUploadId));
    }

    [Theory]
    [InlineData("a.fit duplicate of activity 5", 5L)]
    [InlineData("a.fit duplicate of <a href='/activities/5' target='_blank'>Ride</a>", 5L)]
    [InlineData("a.fit duplicate of <a target='_blank' href='https://www.strava.com/activities/5'>Ride</a>", 5L)]
    [InlineData("a.fit duplicate of &lt;a href=&#39;/activities/5&#39; target=&quot;_blank&quot;&gt;Ride&lt;/a&gt;", 5L)]
    [InlineData("a.fit duplicate of &amp;lt;a href=&amp;#39;/activities/5&amp;#39;&amp;gt;Ride&amp;lt;/a&amp;gt;", 5L)]
    [InlineData("a.fit duplicate of an uploading activity (6).", null)]
    public async Task Every_form_is_a_duplicate(string error, long? activityId)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { id = 7, error, status = "There was an error processing your activity." });
        await using var server = new ScriptedServer(ScriptedServer.Json(200, body));
        var client = For(server);
        var result = client.ToResult(await client.GetUploadStatusAsync(7, Cancellation));

        Assert.Equal((UploadOutcome.Duplicate, activityId), (result.Outcome, result.DuplicateOfActivityId));
        Assert.Equal(activityId is null ? 6 : null, result.DuplicateOfUploadId);
    }
}
