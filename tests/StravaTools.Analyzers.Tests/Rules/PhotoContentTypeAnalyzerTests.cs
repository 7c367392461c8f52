using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class PhotoContentTypeAnalyzerTests
{
    [Fact]
    public async Task Other_content_type_for_a_photo_is_reported()
    {
        var reported = await Of<PhotoContentTypeAnalyzer>("""
            public async Task Put(PhotoMetadata photo, byte[] bytes)
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue([|"image/png"|]);
                await http.PutAsync(photo.Uri, content);
            }

            public async Task Send(UploadResult result, byte[] bytes)
            {
                var address = new Uri(result.PhotoMetadata![0].Uri!);
                using var request = new HttpRequestMessage(HttpMethod.Put, address);
                request.Content = new ByteArrayContent(bytes);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse([|"application/octet-stream"|]);
                await http.SendAsync(request);
            }

            public void Made(PhotoMetadata photo, string text)
            {
                var content = new ByteArrayContent([]);
                content.Headers.Add("content-type", [|"image/heic"|]);
                _ = new HttpRequestMessage(HttpMethod.Put, photo.Uri) { Content = content };
                _ = new HttpRequestMessage(HttpMethod.Put, photo.Uri) { Content = new StringContent(text, Encoding.UTF8, [|"image/png"|]) };
            }
            """).AssertAsync();

        Assert.Equal(
            "This photo is sent as 'image/png', but Strava requires image/jpeg, also for PNG pictures. Call UploadPhotoAsync or send "
                + "image/jpeg.", reported[0].GetMessage(null));
    }

    [Fact]
    public async Task Jpeg_other_addresses_and_other_contents_are_accepted() => Assert.Empty(await Of<PhotoContentTypeAnalyzer>("""
        public async Task Right(PhotoMetadata photo, byte[] bytes, string type)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            await http.PutAsync(photo.Uri, content);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Headers.ContentType = null;
            content.Headers.Add("X-Kind", "image/png");
        }

        public async Task Elsewhere(PhotoMetadata photo, byte[] bytes)
        {
            using var png = new ByteArrayContent(bytes);
            png.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            await http.PutAsync("https://pictures.example/1", png);
            using var jpeg = new ByteArrayContent(bytes);
            await http.PutAsync(photo.Uri, jpeg);
            using var list = new StringContent("[]", Encoding.UTF8, "application/json");
            await http.PostAsync("https://log.example/", list);
        }

        public sealed record Mine(string Uri);
        public async Task Own(Mine mine, byte[] bytes)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            await http.PutAsync(mine.Uri, content);
        }
        """).AssertAsync());
}
