using System.Diagnostics;
using System.Text.Json;
using StravaTools.FakeStrava;

namespace Conformance.Decathlon;

/// <summary>
/// The curl commands of decathlon-photos.md, unchanged except for the host, the text in braces, TOKEN,
/// and the path of the photo. The first one has Content-Type: application/json with a form; curl sends it, and the fake accepts it.
/// </summary>
public sealed class CurlTests : IAsyncLifetime
{
    private const string Upload = """
        curl -X POST \
            https://api.decathlon.net/sportstrackingdata/v2/upload \
          -H 'Authorization: Bearer {your bearer}' \
          -H 'Content-Type: application/json' \
          -H 'x-api-key: {your api key}' \
          -F 'file=@/path/myphoto.jpg' 
        """;

    private const string AddPhoto = """
        curl -X PUT \
            https://api.decathlon.net/sportstrackingdata/v2/activities/TOKEN \
          -H 'Authorization: Bearer {your bearer}' \
          -H 'Content-Type: application/json' \
          -H 'x-api-key: {your api key}' \
          -d '{
        "images":["https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3"]
        }'
        """;

    private const string ChangeThumbnail = """
        curl -X PUT \
            https://api.decathlon.net/sportstrackingdata/v2/activities/TOKEN \
          -H 'Authorization: Bearer {your bearer}' \
          -H 'Content-Type: application/json' \
          -H 'x-api-key: {your api key}' \
          -d '{
        "thumbnail":"https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3"
        }'
        """;

    private const string Url = "https://example.com/2caf4b77b497b64bef1c3ba2b1d0744f25db3ce3";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"stravatools-{Guid.NewGuid():N}");
    private FakeStravaServer? _fake;

    private FakeStravaServer Fake => _fake!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "myphoto.jpg"), TestPictures.Jpeg());
        _fake = await FakeStravaServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Clause("DE-004", "DE-008")]
    public async Task Upload_response_has_the_documented_form()
    {
        var answer = await RunAsync(Upload);

        Assert.Matches("""^\{"url":"http:\\/\\/[^"]*[0-9a-f]{40}"\}$""", answer);
        var stored = Assert.Single(Fake.Decathlon.StoredFiles);
        Assert.Equal(TestPictures.Jpeg(), stored.Bytes.ToArray());
        Assert.EndsWith(stored.Key, JsonElement.Parse(answer).GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("DE-016")]
    public async Task A_photo_is_added()
    {
        await RunAsync(AddPhoto);
        Assert.Equal([Url], Assert.Single(Fake.Decathlon.Activities).Images);
    }

    [Fact]
    [Clause("DE-023")]
    public async Task The_thumbnail_is_changed()
    {
        await RunAsync(ChangeThumbnail);
        Assert.Equal(Url, Assert.Single(Fake.Decathlon.Activities).Thumbnail);
    }

    private async Task<string> RunAsync(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");
        RequiredTool.OnPath("curl");
        var text = command
            .Replace("https://api.decathlon.net/", Fake.BaseUri.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{your bearer}", Fake.Decathlon.AccessToken, StringComparison.Ordinal)
            .Replace("{your api key}", Fake.Decathlon.ApiKey, StringComparison.Ordinal)
            .Replace("TOKEN", Fake.Decathlon.Activities[0].Id, StringComparison.Ordinal)
            .Replace("/path/myphoto.jpg", Path.Combine(_folder, "myphoto.jpg"), StringComparison.Ordinal);
        return await ShellAsync(text.Replace("curl ", "curl --silent --show-error --fail ", StringComparison.Ordinal));
    }

    private static async Task<string> ShellAsync(string text)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", text])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A proxy on this machine must not affect the test.
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
