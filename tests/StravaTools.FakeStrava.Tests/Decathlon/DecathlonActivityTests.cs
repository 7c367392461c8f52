using System.Net;
using System.Text;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests.Decathlon;

/// <summary>decathlon-photos.md, "Photos and Thumbnails", "Add photo to an activity" and "Change the thumbnail".</summary>
public class DecathlonActivityTests : DecathlonTest
{
    [Fact]
    [Clause("DE-001")]
    public async Task Thumbnail_is_a_map_or_a_picture_of_the_sport()
    {
        await StartAsync(new FakeStravaOptions
        {
            Decathlon = new FakeDecathlonOptions
            {
                Activities =
                [new FakeDecathlonActivity(), new FakeDecathlonActivity { Id = "eu2", HasRoute = false }]
            },
        });

        var (map, sport) = ((await ReadAsync()).Text("thumbnail"), (await ReadAsync("eu2")).Text("thumbnail"));

        Assert.Equal(("sportstrackingdata/maps/eu2a8ff4b670340f5144.jpg", "sportstrackingdata/sports/381.jpg"),
            (PathOf(map), PathOf(sport)));
        foreach (var url in new[] { map, sport })
        {
            var picture = await SendAsync(HttpMethod.Get, PathOf(url), token: "");
            Assert.Equal("image/jpeg", picture.Headers.ContentType!.MediaType);
            Assert.Equal([0xFF, 0xD8, 0xFF, 0xFF, 0xD9], [.. picture.Bytes[..3], .. picture.Bytes[^2..]]);
        }
    }

    [Fact]
    [Clause("DE-016")]
    public async Task Images_replace_the_photos_and_nothing_else()
    {
        await StartAsync();
        var before = await ReadAsync();

        await PutAsync("""{"images":["https://example.com/1","https://example.com/2"]}""");
        var reply = await PutAsync("""{"images":["https://example.com/3"]}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var after = await ReadAsync();
        Assert.Equal(["https://example.com/3"], after.Json.GetProperty("images").EnumerateArray().Select(image => image.GetString()));
        Assert.Equal(before.Text("thumbnail"), after.Text("thumbnail"));
        Assert.Equal("application/ld+json", after.Headers.ContentType!.MediaType);
    }

    [Fact]
    [Clause("DE-023")]
    public async Task Thumbnail_is_changed_and_nothing_else()
    {
        await StartAsync();
        await PutAsync("""{"images":["https://example.com/1"]}""");

        var reply = await PutAsync("""{"thumbnail":"https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3"}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var after = await ReadAsync();
        Assert.Equal("https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3", after.Text("thumbnail"));
        Assert.Equal(1, after.Json.GetProperty("images").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"images":"https://example.com/1"}""")]
    [InlineData("""{"images":["relative"]}""")]
    [InlineData("""{"images":[1]}""")]
    [InlineData("""{"images":["https://example.com/1"],"thumbnail":null}""")]
    [InlineData("""{"thumbnail":"javascript:alert(1)"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Invalid_list_of_urls_changes_nothing(string json)
    {
        await StartAsync();
        var before = (await ReadAsync()).Body;

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(json)).Status);

        Assert.Equal(before, (await ReadAsync()).Body);
    }

    [Fact]
    public async Task Unknown_activity_and_other_content_types_are_refused()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync("eu9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync("{}", "eu9")).Status);
        var form = await CallAsync(HttpMethod.Put, $"{Api}activities/{ActivityId}", new StringContent("{}", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "sportstrackingdata/files/0", token: "")).Status);
    }

    [Fact]
    public async Task Login_refuses_unknown_clients_codes_and_tokens()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest,
            (await GetAsync("connect/oauth/authorize?client_id=x&redirect_uri=https://example.com/")).Status);
        foreach (var (name, value) in new[] { ("grant_type", "password"), ("grant_type", "refresh_token"),
            ("grant_type", "authorization_code") })
        {
            var reply = await SendAsync(
                HttpMethod.Post, "connect/oauth/token", new FormUrlEncodedContent([new("client_id", "fake-client"), new(name, value)]));
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
            Assert.Equal(value == "password" ? "unsupported_grant_type" : "invalid_grant", reply.Text("error"));
        }

        Assert.Equal("invalid_client",
            (await SendAsync(HttpMethod.Post, "connect/oauth/token", new FormUrlEncodedContent([new("client_id", "x")]))).Text("error"));
    }
}
