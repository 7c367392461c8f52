using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Endpoints;

/// <summary>strava-partner-uploads.md, "Step 2: Upload a photo".</summary>
public class PhotoTests : FakeStravaTest
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Fact]
    [Clause("PA-015", "PA-018", "PA-019", "PA-020", "PA-021", "PA-022")]
    public async Task Metadata_has_the_documented_keys_and_escapes_the_ampersand()
    {
        await StartAsync(Partner);

        var poll = await UploadAndPollAsync(TestFiles.Gpx(), "gpx");

        var metadata = Assert.Single(poll.Json.GetProperty("photo_metadata").EnumerateArray());
        Assert.Equal(["uri", "header", "method", "max_size"], metadata.EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"Content-Type":"image/jpeg"}""", metadata.GetProperty("header").GetRawText());
        Assert.Equal(("PUT", 1600), (metadata.GetProperty("method").GetString(), metadata.GetProperty("max_size").GetInt32()));
        Assert.Matches(
            @"^""http://127\.0\.0\.1:\d+/photo-uploads/[0-9a-f]+\?AWSAccessKeyId=[^&]+\\u0026Expires=\d+\\u0026Signature=[^&]+""$",
            metadata.GetProperty("uri").GetRawText());
    }

    [Fact]
    [Clause("PA-002")]
    public async Task Only_partners_get_metadata()
    {
        await StartAsync();

        Assert.DoesNotContain("photo_metadata", (await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Keys);
    }

    [Theory]
    [Clause("PA-001", "PA-039", "PA-040", "PA-041")]
    [InlineData(false, "image/jpeg")]
    [InlineData(true, "image/png")]
    public async Task Jpeg_or_png_sent_as_jpeg_is_attached_and_shown(bool png, string contentType)
    {
        await StartAsync(Partner);
        var uri = await PhotoUriAsync();

        var reply = await PutAsync(uri, png ? Png : Jpeg);

        Assert.Equal((HttpStatusCode.OK, 0), (reply.Status, reply.Bytes.Length));
        var photo = Assert.Single(Server.Photos);
        Assert.Equal((Server.Activities[0].Id, contentType), (photo.ActivityId, photo.ContentType));
        var activity = (await GetAsync($"api/v3/activities/{photo.ActivityId}")).Json;
        Assert.Equal((1, 1),
            (activity.GetProperty("total_photo_count").GetInt32(), activity.GetProperty("photos").GetProperty("count").GetInt32()));
        var stored = await GetAsync(
            activity.GetProperty("photos").GetProperty("primary").GetProperty("urls").GetProperty("600").GetString()!, token: "");
        Assert.Equal((contentType, photo.Bytes.Length), (stored.Headers.ContentType!.MediaType, stored.Bytes.Length));
        Assert.Contains($"/photos/{photo.UniqueId}", (await GetAsync($"activities/{photo.ActivityId}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_photo_replaces_the_first()
    {
        await StartAsync(Partner);
        var uri = await PhotoUriAsync();

        await PutAsync(uri, Jpeg);
        await PutAsync(uri, Png);

        Assert.Equal("image/png", Assert.Single(Server.Photos).ContentType);
    }

    [Fact]
    [Clause("PA-028")]
    public async Task Activity_without_a_file_accepts_a_photo()
    {
        await StartAsync(Partner);
        var reply = await SendAsync(HttpMethod.Post,
            "api/v3/activities?name=B&type=Ride&start_date_local=2025-07-02T06:00:00Z&elapsed_time=60");

        var put = await PutAsync(reply.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!, Jpeg);

        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal(reply.Number("id"), Server.Photos[0].ActivityId);
    }

    [Fact]
    public async Task Token_sent_to_the_photo_host_is_refused()
    {
        await StartAsync(Partner);

        AssertRefused(await PutAsync(await PhotoUriAsync(), Jpeg, authorization: "Bearer x"), HttpStatusCode.BadRequest, "InvalidArgument");
        Assert.True(Server.Requests[^1].HasHeader("Authorization"));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Another_content_type_breaks_the_signature(string? contentType)
    {
        await StartAsync(Partner);

        AssertRefused(await PutAsync(await PhotoUriAsync(), Jpeg, contentType), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n...")]
    [InlineData("/9j/4AAQSkZJRg==")]
    [InlineData("")]
    public async Task Photo_in_a_form_or_base64_is_refused(string body)
    {
        await StartAsync(Partner);

        AssertRefused(await PutAsync(await PhotoUriAsync(), Encoding.ASCII.GetBytes(body)), HttpStatusCode.BadRequest, "InvalidRequest");
    }

    [Theory]
    [InlineData(FakeProfile.Current)]
    [InlineData(FakeProfile.Documented)]
    public async Task Documented_max_size_refuses_no_photo(FakeProfile profile)
    {
        await StartAsync(Partner with { Profile = profile });
        var metadata = (await UploadAndPollAsync(TestFiles.Gpx(), "gpx")).Json.GetProperty("photo_metadata")[0];

        Assert.Equal(1600, metadata.GetProperty("max_size").GetInt32());
        Assert.Equal(HttpStatusCode.OK,
            (await PutAsync(metadata.GetProperty("uri").GetString()!, [.. Jpeg, .. new byte[1_000_000]])).Status);
    }

    [Fact]
    public async Task Photo_larger_than_max_size_is_refused()
    {
        await StartAsync(Partner with { MaxPhotoSize = Jpeg.Length });
        var uri = await PhotoUriAsync();

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(uri, Jpeg)).Status);
        AssertRefused(await PutAsync(uri, [.. Jpeg, 0]), HttpStatusCode.BadRequest, "EntityTooLarge");
    }

    [Fact]
    [Clause("PA-006")]
    public async Task Url_expires_after_an_hour_and_a_new_poll_returns_a_new_one()
    {
        var clock = new ManualTimeProvider();
        await StartAsync(Partner with { TimeProvider = clock });
        var upload = await UploadAsync(TestFiles.Gpx(), "gpx");
        var uri = UriOf(await PollAsync(upload));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(uri, Jpeg)).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertRefused(await PutAsync(uri, Jpeg), HttpStatusCode.Forbidden, "AccessDenied");

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(UriOf(await PollAsync(upload)), Jpeg)).Status);
    }

    [Theory]
    [Clause("PA-005")]
    [InlineData("Signature=", "Signature=x", "SignatureDoesNotMatch")]
    [InlineData("Expires=", "Expires=9", "SignatureDoesNotMatch")]
    [InlineData("AWSAccessKeyId=", "AWSAccessKeyId=x", "SignatureDoesNotMatch")]
    [InlineData("photo-uploads/", "photo-uploads/0", "SignatureDoesNotMatch")]
    [InlineData("&", "\\u0026", "AccessDenied")]
    [InlineData("&", "&amp;", "AccessDenied")]
    public async Task Changed_url_is_refused(string part, string changed, string code)
    {
        await StartAsync(Partner);
        var uri = await PhotoUriAsync();

        AssertRefused(await PutAsync(uri.Replace(part, changed, StringComparison.Ordinal), Jpeg), HttpStatusCode.Forbidden, code);
    }

    [Fact]
    public async Task Photo_of_a_deleted_activity_is_refused()
    {
        await StartAsync(Partner);
        var uri = await PhotoUriAsync();
        Server.DeleteActivity(Server.Activities[0].Id);

        AssertRefused(await PutAsync(uri, Jpeg), HttpStatusCode.NotFound, "NoSuchKey");
    }

    private async Task<string> PhotoUriAsync() => UriOf(await UploadAndPollAsync(TestFiles.Gpx(), "gpx"));

    private static string UriOf(Reply poll) => poll.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!;

    private async Task<Reply> PutAsync(string uri, byte[] bytes, string? contentType = "image/jpeg", string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, uri) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return await SendAsync(request);
    }

    private static void AssertRefused(Reply reply, HttpStatusCode status, string code)
    {
        Assert.Equal((status, "application/xml"), (reply.Status, reply.Headers.ContentType?.MediaType));
        Assert.Equal(code, XDocument.Parse(reply.Body).Root!.Element("Code")!.Value);
    }

    private static FakeStravaOptions Partner => new() { IsPartner = true };
}
