using StravaTools.Activities.Model;
using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Tests.Support;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Photos;

/// <summary>strava-partner-uploads.md, "Step 2: Upload a photo".</summary>
public sealed class PhotoTests
{
    private static readonly Picture Jpeg = new("finish.jpg", (byte[])[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5]);
    private static readonly Picture Png = new("finish.png", (byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 9, 9]);

    [Fact]
    [Clause("PA-032")]
    public async Task Photo_is_sent_to_the_address_in_the_upload()
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { IsPartner = true }, Cancellation);
        var client = For(fake);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        Assert.Null(uploaded.PhotoMetadata);
        var ready = await client.GetUploadStatusAsync(uploaded.Id, Cancellation);

        await client.UploadPhotoAsync(Assert.Single(ready.PhotoMetadata!), Jpeg, Cancellation);

        var photo = Assert.Single(fake.Photos);
        Assert.Equal(ready.ActivityId, photo.ActivityId);
        Assert.Equal(Jpeg.Bytes.ToArray(), photo.Bytes.ToArray());
        var request = Assert.Single(fake.Requests, request => request.Method == "PUT");
        Assert.DoesNotContain("Authorization", request.HeaderNames);
    }

    [Fact]
    [Clause("PA-036")]
    public async Task Photo_is_sent_to_the_address_in_the_created_activity()
    {
        await using var fake = await FakeStravaServer.StartAsync(new FakeStravaOptions { IsPartner = true }, Cancellation);
        var client = For(fake);
        var activity = await client.CreateActivityAsync(
            new NewActivity
            {
                Name = "Yoga",
                SportType = SportType.Parse("Yoga"),
                StartTime = DateTimeOffset.UnixEpoch,
                ElapsedTime = TimeSpan.FromHours(1)
            }, Cancellation);

        await client.UploadPhotoAsync(Assert.Single(activity.PhotoMetadata!), Png, Cancellation);

        Assert.Equal(activity.Id, Assert.Single(fake.Photos).ActivityId);
    }

    [Fact]
    [Clause("PA-033", "PA-034", "PA-035", "PA-037", "PA-038")]
    public async Task Photo_is_sent_raw_as_image_jpeg_without_the_token()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(200, "text/plain", ""));
        var target = new PhotoMetadata
        {
            Uri = server.Uri + @"sU?a=1\u0026Signature=LEfm%3D",
            Method = "PUT",
            Header = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Content-Type"] = "image/png",
                ["x-amz-acl"] = "private",
                ["Authorization"] = "no"
            },
        };

        await For(server).UploadPhotoAsync(target, Png, Cancellation);

        var request = Assert.Single(server.Requests);
        Assert.StartsWith("PUT /sU?a=1&Signature=LEfm%3D HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/jpeg\r\n", request, StringComparison.Ordinal);
        Assert.Contains("x-amz-acl: private\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 10\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", request, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n\u0089PNG\r\n\u001a\n\t\t", request, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("PA-050")]
    public async Task Photo_is_added_in_the_two_documented_steps()
    {
        const string Uploaded =
            """{"id":1570175274,"external_id":"Lunch_Run.gpx","error":null,"status":"Your activity is still being """
                + """processed.","activity_id":null}""";
        await using var host = new ScriptedServer(ScriptedServer.Answer(200, "text/plain", ""));
        var check = $$"""
            {
                "id": 1570175274,
                "external_id": "Lunch_Run.gpx",
                "error": null,
                "status": "Your activity is ready.",
                "activity_id": 1456449319,
                "photo_metadata": [
                  {
                    "uri": "{{host.Uri}}sU\u0026AWSAccessKeyId=ZOI\u0026Expires=1521148201\u0026Signature=LEfm%3D",
                    "header": {
                        "Content-Type": "image/jpeg"
                    },
                    "method": "PUT",
                    "max_size": 1600
                  }
                ]
            }
            """;
        await using var strava = new ScriptedServer(ScriptedServer.Json(201, Uploaded), ScriptedServer.Json(200, check));
        var picture = new Picture("download.jpg", TestPictures.JpegOfSize(7721));
        var clock = new ManualTimeProvider();
        var client = For(strava, clock: clock);

        var result = await clock.RunAsync(new ActivityUploader(client)
            .SendAsync(new UploadRequest { File = Gpx() }, new UploadOptions { Wait = new UploadWait() }, cancellationToken: Cancellation));
        await client.UploadPhotoAsync(Assert.Single(result.PhotoMetadata!), picture, Cancellation);

        Assert.Equal((UploadOutcome.Ready, 1456449319L), (result.Outcome, result.ActivityId));
        var put = Assert.Single(host.Requests);
        Assert.StartsWith("PUT /sU&AWSAccessKeyId=ZOI&Expires=1521148201&Signature=LEfm%3D HTTP/1.1\r\n", put, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 7721\r\n", put, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_picture_that_the_host_rejects_is_reported()
    {
        await using var fake = await FakeStravaServer.StartAsync(
            new FakeStravaOptions { IsPartner = true, MaxPhotoSize = 8 }, Cancellation);
        var client = For(fake);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);
        var target = (await client.GetUploadStatusAsync(uploaded.Id, Cancellation)).PhotoMetadata![0];

        var error = await AssertErrorAsync(StravaErrors.PhotoRefused, () => client.UploadPhotoAsync(target, Jpeg, Cancellation));

        Assert.Contains("EntityTooLarge", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_not_a_picture_is_not_sent() =>
        await AssertErrorAsync(ApiErrors.PhotoNotAPicture, () => Create(Unreachable())
            .UploadPhotoAsync(new PhotoMetadata { Uri = "https://photos.invalid/" }, new Picture("a.jpg", "text"u8.ToArray()),
                Cancellation));

    [Theory]
    [InlineData(null)]
    [InlineData("relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://photos.example/")]
    public async Task Address_without_https_is_rejected(string? uri) =>
        await AssertErrorAsync(StravaErrors.PhotoUriInvalid, () => Create(Unreachable())
            .UploadPhotoAsync(new PhotoMetadata { Uri = uri }, Jpeg, Cancellation));

    [Fact]
    public async Task Ordinary_application_receives_no_address()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: Cancellation);
        var client = For(fake);
        var uploaded = await client.UploadAsync(new UploadRequest { File = Gpx() }, Cancellation);

        Assert.Null((await client.GetUploadStatusAsync(uploaded.Id, Cancellation)).PhotoMetadata);
    }

    [Fact]
    public async Task Signed_address_is_never_shown()
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Answer(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>"));
        var lines = new List<string>();
        var client = Create(server.Uri, completed: request => lines.Add(request.ToString()));
        var error = await AssertErrorAsync(StravaErrors.PhotoRefused, () => client
            .UploadPhotoAsync(new PhotoMetadata { Uri = server.Uri + "p?Signature=topsecret" }, Jpeg, Cancellation));

        Assert.DoesNotContain("topsecret", new PhotoMetadata { Uri = "https://p/?Signature=topsecret" }.ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", error.ToString() + string.Concat(lines), StringComparison.Ordinal);
        Assert.Contains("AccessDenied", error.Message, StringComparison.Ordinal);
    }
}
