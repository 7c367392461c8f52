using System.Security.Cryptography;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Uploads;

/// <summary>strava-uploads.md, "How to Upload an Activity" and "Errors".</summary>
public sealed class UploadTests
{
    private const string Created =
        """{"id":9007199254740995,"id_str":"9007199254740995","external_id":null,"error":null,"status":"Your activity is still being """
            + """processed.","activity_id":null}""";

    [Fact]
    [Clause("UP-001", "UP-207", "UP-212", "UP-215", "UP-216", "UP-219", "UP-226", "UP-234", "UP-242", "UP-253")]
    public async Task Every_documented_parameter_is_sent_as_a_quoted_form_field()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, Created));
        var status = await For(server).UploadAsync(
            new UploadRequest
            {
                File = Gpx("Höhenweg \"2\".gpx"),
                SportType = SportType.Parse("gravelride"),
                ActivityType = "walk",
                Name = "Test Wälk",
                Description = "Test description",
                Trainer = false,
                Commute = true,
                ExternalId = "98765",
            },
            Cancellation);

        var request = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Assert.Single(server.Requests)));
        Assert.StartsWith("POST /api/v3/uploads HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {Token}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/form-data; boundary=", request, StringComparison.Ordinal);
        Assert.Contains("Content-Length: ", request, StringComparison.Ordinal);
        AssertField(request, "sport_type", "GravelRide");
        AssertField(request, "activity_type", "walk");
        AssertField(request, "name", "Test Wälk");
        AssertField(request, "description", "Test description");
        AssertField(request, "trainer", "0");
        AssertField(request, "commute", "1");
        AssertField(request, "data_type", "gpx");
        AssertField(request, "external_id", "98765");
        Assert.Contains("name=\"file\"; filename=\"Höhenweg %222%22.gpx\"", request, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", request, StringComparison.Ordinal);
        Assert.Equal(9007199254740995, status.Id);
    }

    [Fact]
    [Clause("UP-221", "UP-229")]
    public async Task Null_parameters_are_not_sent()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, Created));
        await For(server).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);

        var names = Assert.Single(server.Requests)
            .Split("form-data; name=\"")[1..].Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]);
        Assert.Equal(["data_type", "file"], names);
        Assert.Contains($"\r\n\r\n{Encoding.UTF8.GetString(Gpx().Bytes.Span)}\r\n--", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    [Clause("UP-237")]
    public async Task Strength_workout_is_sent_as_weight_training_by_default()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(201, Created), ScriptedServer.Json(201, Created));
        var file = ActivityFile.FromBytes("a.json", "{}"u8.ToArray());
        await For(server).UploadAsync(new UploadRequest { File = file }, Cancellation);
        await For(server).UploadAsync(new UploadRequest { File = file, SportType = SportType.Parse("Crossfit") }, Cancellation);

        AssertField(server.Requests[0], "sport_type", "WeightTraining");
        AssertField(server.Requests[1], "sport_type", "Crossfit");
        Assert.All(server.Requests, request => Assert.DoesNotContain("activity_type", request, StringComparison.Ordinal));
    }

    [Fact]
    [Clause("UP-264")]
    public async Task Valid_file_becomes_an_activity()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var result = await SendAsync(fake, Gpx());

        Assert.Equal(UploadOutcome.Ready, result.Outcome);
        Assert.Equal(Assert.Single(fake.Activities).Id, result.ActivityId);
        Assert.True(result.ActivityId > int.MaxValue);
        Assert.Equal(new Uri(fake.BaseUri, $"/activities/{result.ActivityId}"), result.ActivityUrl);
        Assert.Equal(
            ("ride.gpx", $"ride~{Gpx().Sha256[..12]}.gpx", ActivityFileFormat.Gpx), (result.Path, result.ExternalId, result.Format));
        Assert.Null(result.Error);
    }

    [Fact]
    public async Task File_with_an_error_is_not_sent()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var result = await SendAsync(fake, ActivityFile.FromBytes("a.fit", "no FIT at all"u8.ToArray()));

        Assert.Equal((UploadOutcome.Rejected, "GEN0102"), (result.Outcome, result.ErrorId));
        Assert.Equal(Assert.Single(result.Findings).Message, result.Error);
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task File_with_an_error_is_sent_with_force()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var file = ActivityFile.FromBytes("a.gpx", "<gpx><trk><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>"u8.ToArray());
        var result = await SendAsync(fake, file, force: true);

        Assert.Equal((UploadOutcome.Rejected, "UploadRejected"), (result.Outcome, result.ErrorId));
        Assert.Equal("Time information is missing from file.", result.Error);
        Assert.Equal("GPX0102", Assert.Single(result.Findings, finding => finding.Severity == Severity.Error).RuleId);
    }

    [Theory]
    [InlineData(StravaTools.FakeStrava.Options.DuplicateText.PlainPattern, FakeProfile.Current)]
    [InlineData(StravaTools.FakeStrava.Options.DuplicateText.Html, FakeProfile.Current)]
    [InlineData(StravaTools.FakeStrava.Options.DuplicateText.Html, FakeProfile.Documented)]
    public async Task Duplicate_outcome_has_the_id_of_the_other_activity(StravaTools.FakeStrava.Options.DuplicateText text,
        FakeProfile profile)
    {
        await using var fake =
            await FakeStravaServer.StartAsync(new FakeStravaOptions { DuplicateText = text, Profile = profile }, Cancellation);
        var first = await SendAsync(fake, Gpx("first.gpx"));
        var second = await SendAsync(fake, Gpx("again.gpx"));

        Assert.Equal((UploadOutcome.Duplicate, first.ActivityId), (second.Outcome, second.DuplicateOfActivityId));
        Assert.Equal(first.ActivityUrl, second.ActivityUrl);
        Assert.Null(second.ActivityId);
        Assert.DoesNotContain('<', second.Error!);
        Assert.Single(fake.Activities);
    }

    [Theory]
    [Clause("UP-270")]
    [InlineData("Walk.gpx duplicate of &lt;a href=&#39;/activities/21234316&#39;&gt;Walk&lt;/a&gt;", "Walk.gpx duplicate of Walk")]
    [InlineData("Walk.gpx duplicate of &lt;a href=&quot;https://www.strava.com/activities/21234316&quot; target=&quot;_blank&quot;&gt;Up "
        + "&amp;amp; down&lt;/a&gt;", "Walk.gpx duplicate of Up & down (https://www.strava.com/activities/21234316)")]
    [InlineData("Walk.gpx duplicate of &#60;a href=&#x27;/activities/21234316&#x27;&#62;duplicate of activity 5&#60;/a&#62;", null)]
    [InlineData("duplicate of &lt;a href='/activities/5'&gt;.gpx duplicate of activity 21234316", null)]
    public async Task Duplicate_in_escaped_html_is_a_duplicate(string error, string? plain)
    {
        var result = await ResultForErrorAsync(error);

        Assert.Equal((UploadOutcome.Duplicate, 21234316L, null), (result.Outcome, result.DuplicateOfActivityId, result.ErrorId));
        Assert.True(plain is null || plain == result.Error, result.Error);
    }

    [Theory]
    [InlineData("17611540601.tcx duplicate of activity 8319193780", 8319193780)]
    [InlineData("<a.fit> duplicate of <a href='/activities/99' target='_blank'>TITLE</a>", 99)]
    [InlineData("a duplicate of <a href=\"https://www.strava.com/activities/12345678901234567\">Ride</a>", 12345678901234567)]
    [InlineData("a.fit duplicate of <a href='/activities/99' target='_blank'>duplicate of activity 5</a>", 99)]
    [InlineData("duplicate of activity 5.fit duplicate of activity 7", 7)]
    public async Task Both_duplicate_texts_are_recognized_with_any_names(string error, long other)
    {
        var result = await ResultForErrorAsync(error);

        Assert.Equal((UploadOutcome.Duplicate, other), (result.Outcome, result.DuplicateOfActivityId));
    }

    [Theory]
    [Clause("UP-270")]
    [InlineData("The upload appears to be malformed and we are unable to process it",
        "The upload appears to be malformed and we are unable to process it")]
    [InlineData("The file is empty, <a href=\"https://strava.zendesk.com/entries/1\" target=\"_blank\">More Information</a>.",
        "The file is empty, More Information (https://strava.zendesk.com/entries/1).")]
    [InlineData("AT&amp;T isn&#39;t &lt;b&gt;", "AT&T isn't <b>")]
    [InlineData("The file is empty, &lt;a href=&quot;https://strava.zendesk.com/entries/1&quot;&gt;More Information&lt;/a&gt;.",
        "The file is empty, More Information (https://strava.zendesk.com/entries/1).")]
    [InlineData("no duplicate at all", "no duplicate at all")]
    public async Task Other_error_is_a_rejection_in_plain_text(string error, string plain)
    {
        var result = await ResultForErrorAsync(error);

        Assert.Equal((UploadOutcome.Rejected, plain), (result.Outcome, result.Error));
    }

    [Fact]
    public async Task Status_400_with_a_fault_is_a_rejection_with_its_details()
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(400,
            """{"message":"Bad Request","errors":[{"resource":"upload","field":"gzip","code":"invalid encoding"}]}"""));
        var result = await new ActivityUploader(For(server)).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((UploadOutcome.Rejected, "RequestRefused"), (result.Outcome, result.ErrorId));
        Assert.Contains("upload gzip invalid encoding", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("UP-272")]
    [InlineData("""{"id":7,"error":"a.gpx duplicate of activity 5","status":"There was an error processing your """
        + """activity.","activity_id":null}""", UploadOutcome.Duplicate, 5L, "a.gpx duplicate of activity 5")]
    [InlineData("""{"error":null,"status":"a.gpx duplicate of \u003ca href='/activities/5'\u003eWalk\u003c/a\u003e"}""",
        UploadOutcome.Duplicate, 5L, "a.gpx duplicate of Walk")]
    [InlineData("""{"id":7,"error":null,"status":"The file is &lt;empty&gt;, <b>sorry</b>.","activity_id":null}""", UploadOutcome.Rejected,
        null, "The file is <empty>, sorry.")]
    public async Task Upload_status_in_a_400_is_read(string body, UploadOutcome outcome, long? duplicateOf, string says)
    {
        await using var server = new ScriptedServer(ScriptedServer.Json(400, body));
        var result = await new ActivityUploader(For(server)).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((outcome, duplicateOf), (result.Outcome, result.DuplicateOfActivityId));
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScriptedServer.HangUp)]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<html")]
    public async Task Upload_without_a_response_is_unknown_and_sent_once(string answer)
    {
        await using var server = new ScriptedServer(answer);
        var result = await new ActivityUploader(For(server)).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((UploadOutcome.Unknown, "FateUnknown"), (result.Outcome, result.ErrorId));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Upload_to_a_silent_server_times_out_with_unknown_outcome()
    {
        await using var server = new ScriptedServer(ScriptedServer.Silence);
        var client = For(server, timeout: TimeSpan.FromMilliseconds(300));
        var result = await new ActivityUploader(client).SendAsync(new UploadRequest { File = Gpx() }, cancellationToken: Cancellation);

        Assert.Equal((UploadOutcome.Unknown, "FateUnknown"), (result.Outcome, result.ErrorId));
    }

    [Fact]
    public async Task Upload_to_an_unreachable_server_sends_nothing()
    {
        var clock = new ManualTimeProvider();
        await AssertErrorAsync(
            StravaErrors.ServerUnreachable,
            () => clock.RunAsync(Create(Unreachable(), clock: clock).UploadAsync(new UploadRequest { File = Gpx() }, Cancellation)));
    }

    [Fact]
    [Clause("PA-010")]
    public async Task Documented_partner_responses_without_id_str_are_read()
    {
        const string Processing =
            """{"id":1570175274,"external_id":"Lunch_Run.gpx","error":null,"status":"Your activity is still being """
                + """processed.","activity_id":null}""";
        const string Ready = """
            {"id":1570175274,"external_id":"Lunch_Run.gpx","error":null,"status":"Your activity is ready.","activity_id":1456449319,
            "photo_metadata":[{"uri":"https://p.invalid/sU?Expires=1521148201","header":{"Content-Type":"image/jpeg"},
            "method":"PUT","max_size":1600}]}
            """;
        await using var server = new ScriptedServer(ScriptedServer.Json(201, Processing), ScriptedServer.Json(200, Ready));
        var client = For(server);

        var processing = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        var ready = client.ToResult(await client.GetUploadStatusAsync(processing.Id, Cancellation));

        Assert.Equal((1570175274, null, "Lunch_Run.gpx"), (processing.Id, processing.IdStr, processing.ExternalId));
        Assert.Equal((UploadOutcome.Ready, 1456449319), (ready.Outcome, ready.ActivityId));
        Assert.Equal(("PUT", 1600), (ready.PhotoMetadata![0].Method, ready.PhotoMetadata[0].MaxSize));
    }

    [Theory]
    [Clause("UP-268")]
    [InlineData("no good", "There was an error processing your activity.", UploadOutcome.Rejected)]
    [InlineData("no good", "a text that is not documented", UploadOutcome.Rejected)]
    [InlineData("a.fit duplicate of activity 5", "There was an error processing your activity.", UploadOutcome.Duplicate)]
    [InlineData(null, "Your activity is ready.", UploadOutcome.Ready)]
    public async Task Error_determines_whether_an_upload_failed(string? error, string status, UploadOutcome outcome)
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200,
                System.Text.Json.JsonSerializer.Serialize(new { id = 1, error, status, activity_id = error is null ? 7 : (int?)null })));
        var client = For(server);

        Assert.Equal(outcome, client.ToResult(await client.GetUploadStatusAsync(1, Cancellation)).Outcome);
    }

    [Fact]
    [Clause("UP-268")]
    public async Task Error_with_an_activity_is_rejected_and_names_the_activity()
    {
        const string Error = "partially corrupted file, could be truncated";
        await using var server = new ScriptedServer(
            ScriptedServer.Json(200, $$"""{"id":1,"error":"{{Error}}","status":"Your activity is ready.","activity_id":5}"""));
        var client = For(server);
        var result = client.ToResult(await client.GetUploadStatusAsync(1, Cancellation));

        Assert.Equal((UploadOutcome.Rejected, Error, 5L), (result.Outcome, result.Error, result.ActivityId));
        Assert.EndsWith("/activities/5", result.ActivityUrl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("UP-227")]
    public async Task External_id_is_the_name_and_the_hash_of_the_content_in_every_run()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var file = Gpx();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span))[..12];
        var packed = ActivityFile.FromBytes("Früh 1.GPX.gz", GzipOf(file.Bytes));

        Assert.Equal([$"ride~{hash}.gpx"], await SendAllAsync(fake, new UploadRequest { File = file }));
        Assert.Equal($"Früh 1~{hash}", ExternalIds.ForFile(packed));
        Assert.Equal(hash, ExternalIds.FindKey(fake.Activities[0].ExternalId));
    }

    [Fact]
    [Clause("UP-227")]
    public async Task External_id_of_the_caller_is_sent_unchanged_unless_other_content_has_used_it()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var (first, second) = (Gpx(start: "2025-01-01T10:00:00Z"), Gpx(start: "2025-01-02T10:00:00Z"));

        var sent = await SendAllAsync(
            fake,
            new UploadRequest { File = first, ExternalId = "mine" },
            new UploadRequest { File = second, ExternalId = "mine" });

        Assert.Equal(["mine.gpx", $"mine~{second.Sha256[..12]}.gpx"], sent);
    }

    [Theory]
    [InlineData("ride~0123456789ab", "0123456789ab")]
    [InlineData("a~b~0123456789ab.fit.gz", "0123456789ab")]
    [InlineData("ride~0123456789abc.fit", null)]
    [InlineData("ride~0123456789AB.fit", null)]
    [InlineData("ride~0123.fit", null)]
    [InlineData("0123456789ab", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Key_is_found_only_in_our_external_ids(string? externalId, string? key) =>
        Assert.Equal(key, ExternalIds.FindKey(externalId));

    private static ReadOnlyMemory<byte> GzipOf(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(bytes.Span);
        }

        return packed.ToArray();
    }

    /// <summary>Sends files with one uploader and returns the external IDs of their activities, in their order.</summary>
    private static async Task<IReadOnlyList<string?>> SendAllAsync(FakeStravaServer fake, params UploadRequest[] requests)
    {
        var uploader = new ActivityUploader(For(fake));
        foreach (var request in requests)
        {
            Assert.Null((await uploader.SendAsync(request, cancellationToken: Cancellation)).Error);
        }

        return [.. fake.Activities.OrderBy(activity => activity.Id).Select(activity => activity.ExternalId)];
    }

    private static Task<UploadResult> SendAsync(FakeStravaServer fake, ActivityFile file, bool force = false)
    {
        var clock = new ManualTimeProvider();
        var uploader = new ActivityUploader(For(fake, clock));
        return clock.RunAsync(uploader.SendAsync(new UploadRequest { File = file },
            new UploadOptions { Wait = new UploadWait(), Force = force }, cancellationToken: Cancellation));
    }

    private static async Task<UploadResult> ResultForErrorAsync(string error)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { id = 1, error, status = "There was an error processing your activity." });
        await using var server = new ScriptedServer(ScriptedServer.Json(200, body));
        var client = For(server);
        return client.ToResult(await client.GetUploadStatusAsync(1, Cancellation));
    }

    private static void AssertField(string request, string name, string value) =>
        Assert.Contains($"Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--", request, StringComparison.Ordinal);
}
