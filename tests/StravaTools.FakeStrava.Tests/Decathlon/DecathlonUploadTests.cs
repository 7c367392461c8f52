using System.Net;
using System.Text;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests.Decathlon;

/// <summary>decathlon-photos.md, "Upload a photo".</summary>
public class DecathlonUploadTests : DecathlonTest
{
    [Fact]
    [Clause("DE-004", "DE-008")]
    public async Task Stored_picture_is_served_unchanged_without_a_token()
    {
        await StartAsync();
        var picture = TestPictures.JpegWithPosition();

        var stored = await StoreAsync(picture);

        Assert.Equal(HttpStatusCode.OK, stored.Status);
        Assert.Equal(["url"], stored.Keys);
        Assert.Contains(@"http:\/\/127.0.0.1", stored.Body, StringComparison.Ordinal);
        Assert.Matches("/[0-9a-f]{40}$", stored.Text("url"));
        var served = await SendAsync(HttpMethod.Get, PathOf(stored.Text("url")), token: "");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (served.Status, served.Headers.ContentType!.MediaType));
        Assert.Equal(picture, served.Bytes);
        Assert.Equal("myphoto.jpg", Assert.Single(Server.Decathlon.StoredFiles).FileName);
    }

    [Theory]
    [InlineData("a.gpx", "<gpx/>", 200)]
    [InlineData("a.tcx", "<x/>", 200)]
    [InlineData("a.xml", "\uFEFF <x/>", 200)]
    [InlineData("a.json", "{}", 200)]
    [InlineData("a.JSON", "[1]", 200)]
    [InlineData("a.json", "<x/>", 400)]
    [InlineData("a.jpeg", "text", 400)]
    [InlineData("a.gpx", "", 400)]
    [InlineData("a.fit", "<x/>", 400)]
    [InlineData("a.png", "<x/>", 400)]
    [InlineData("gpx", "<gpx/>", 400)]
    [Clause("DE-007")]
    public async Task Only_the_documented_extensions_are_accepted(string name, string content, int status)
    {
        await StartAsync();

        var reply = await StoreAsync(Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal(status == 200 ? 1 : 0, Server.Decathlon.StoredFiles.Count);
        if (status == 400)
        {
            Assert.Equal("hydra:Error", reply.Text("@type"));
            Assert.NotEmpty(reply.Text("hydra:description")!);
        }
    }

    [Fact]
    public async Task Photo_of_3_MB_is_refused()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await StoreAsync(TestPictures.JpegOfSize(2_999_999))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await StoreAsync(TestPictures.JpegOfSize(3_000_000))).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; boundary=xyz")]
    [InlineData("multipart/form-data; boundary=\"xyz\"")]
    [InlineData(null)]
    public async Task Content_type_of_the_documented_command_is_accepted(string? contentType)
    {
        await StartAsync();
        var content = new ByteArrayContent([
            .. "--xyz\r\nContent-Disposition: attachment; name=\"file\"; filename=\"myphoto.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"u8,
            .. TestPictures.Jpeg(),
            .. "\r\n--xyz--\r\n"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        await CallAsync(HttpMethod.Post, Api + "upload", content);

        Assert.Equal(TestPictures.Jpeg(), Assert.Single(Server.Decathlon.StoredFiles).Bytes.ToArray());
    }

    [Fact]
    public async Task Missing_file_part_is_refused()
    {
        await StartAsync();
        HttpContent?[] bodies =
        [
            null,
            new StringContent("--\r\n"),
            new StringContent("{}", Encoding.UTF8, "application/json"),
            new MultipartFormDataContent { { new StringContent("x"), "other", "a.gpx" } },
            new MultipartFormDataContent { { new StringContent("x"), "file" } },
        ];
        foreach (var body in bodies)
        {
            var reply = await CallAsync(HttpMethod.Post, Api + "upload", body);
            Assert.Equal((HttpStatusCode.BadRequest, "Missing file"), (reply.Status, reply.Text("hydra:description")));
        }
    }

    [Fact]
    public async Task Truncated_form_is_refused()
    {
        await StartAsync();
        var content = new StringContent("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gpx\"\r\n\r\n<gpx");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=xyz");

        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(HttpMethod.Post, Api + "upload", content)).Status);
    }

    [Fact]
    public async Task Requests_are_refused_in_the_order_of_a_gateway()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(HttpMethod.Post, Api + "upload", token: "wrong", key: "wrong")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(HttpMethod.Post, Api + "upload", token: "wrong")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(HttpMethod.Post, Api + "upload", token: "")).Status);
    }

    [Fact]
    public async Task Quota_per_minute_and_per_day_is_enforced_and_restarts()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(new FakeStravaOptions
        {
            TimeProvider = clock,
            Decathlon = new FakeDecathlonOptions { RequestsPerMinute = 2, RequestsPerDay = 3 },
        });
        async Task<int> ReadStatusAsync() => (int)(await ReadAsync()).Status;

        int[] statuses = [await ReadStatusAsync(), await ReadStatusAsync(), await ReadStatusAsync()];
        Assert.Equal([200, 200, 429], statuses);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(429, await ReadStatusAsync());
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, await ReadStatusAsync());
    }

    [Fact]
    public async Task Ordered_failures_come_before_or_after_the_effect()
    {
        await StartAsync(new FakeStravaOptions
        {
            Decathlon = new FakeDecathlonOptions
            {
                Faults =
                [new(FakeDecathlonOperation.Upload, 503, Times: 2), new(FakeDecathlonOperation.Upload, 500, TakesEffect: true)]
            },
        });
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((int)(await StoreAsync(TestPictures.Jpeg())).Status);
        }

        Assert.Equal([503, 503, 500, 200], statuses);
        Assert.Equal(2, Server.Decathlon.StoredFiles.Count);
    }

    [Theory]
    [InlineData("upload:503", true)]
    [InlineData("Write:400:2", true)]
    [InlineData("token:500:1:after", true)]
    [InlineData("upload", false)]
    [InlineData("0:500", false)]
    [InlineData("upload:200", false)]
    [InlineData("upload:500:0", false)]
    [InlineData("upload:500:1:before", false)]
    public void Failure_is_parsed_from_text(string text, bool isOne) => Assert.Equal(isOne, FakeDecathlonFault.TryParse(text, out _));
}
