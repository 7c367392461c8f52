using StravaTools.Client.Analyzers.CodeFixes;
using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.CodeFixes;

public sealed class PhotoContentTypeCodeFixTests
{
    [Fact]
    public Task Content_type_becomes_image_jpeg_wherever_it_is_written() => Fix<PhotoContentTypeAnalyzer, PhotoContentTypeCodeFix>(
        """
        private const string Heic = "image/heic";

        public async Task Send(PhotoMetadata photo, byte[] bytes, string text)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(/* a PNG */ [|"image/png"|]);
            content.Headers.Add("content-type", [|Heic|]);
            await http.PutAsync(photo.Uri, content);
            _ = new HttpRequestMessage(HttpMethod.Put, photo.Uri) { Content = new StringContent(text, Encoding.UTF8, [|"image/png"|]) };
        }
        """,
        """
        private const string Heic = "image/heic";

        public async Task Send(PhotoMetadata photo, byte[] bytes, string text)
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(/* a PNG */ "image/jpeg");
            content.Headers.Add("content-type", "image/jpeg");
            await http.PutAsync(photo.Uri, content);
            _ = new HttpRequestMessage(HttpMethod.Put, photo.Uri) { Content = new StringContent(text, Encoding.UTF8, "image/jpeg") };
        }
        """).AssertAsync();

    [Fact]
    public Task Other_content_types_are_unchanged()
    {
        const string Body = """
            public async Task Send(PhotoMetadata photo, byte[] bytes)
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
                await http.PutAsync(photo.Uri, content);
                using var other = new StringContent("[]", Encoding.UTF8, "application/json");
            }
            """;
        return Fix<PhotoContentTypeAnalyzer, PhotoContentTypeCodeFix>(Body, Body).AssertAsync();
    }
}
