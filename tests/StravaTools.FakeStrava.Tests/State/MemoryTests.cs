using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.State;

/// <summary>A fake that runs for days stays small. tests/Benchmarks/WireMock/memory.mjs measures it with 50,000 uploads.</summary>
public class MemoryTests : FakeStravaTest
{
    /// <summary>Two of them nearly fill the 4 MiB of files and photos that are kept in memory.</summary>
    private const int PhotoSize = (2 * 1024 * 1024) - (16 * 1024);

    private readonly Random _random = new(20251126);

    [Fact]
    public async Task Recordings_are_not_kept_in_memory()
    {
        await StartAsync();
        await UploadAndPollAsync(Recordings.Tcx(), "tcx");

        var activity = Assert.Single(Server.Activities);

        Assert.NotSame(activity.Recording, activity.Recording);
        Assert.Equal(activity.Recording, activity.Recording);
        Assert.NotSame(activity.Map.Polyline, activity.Map.Polyline);
    }

    [Fact]
    public async Task Files_and_photos_beyond_the_memory_are_in_a_private_file()
    {
        await StartAsync(new FakeStravaOptions { IsPartner = true });
        string[] photos = [await SendPhotoAsync("2025-05-01"), await SendPhotoAsync("2025-05-02"), await SendPhotoAsync("2025-05-03")];
        byte[] large = [.. TestFiles.Gpx("2025-05-04T07:00:00Z"), .. Encoding.ASCII.GetBytes($"<!--{_random.GetHexString(256 * 1024)}-->")];

        var activity = await ActivityOfAsync(large, "gpx");

        var streams = (await GetAsync($"api/v3/activities/{activity.GetProperty("id")}/streams/time")).Json;
        Assert.Equal(21, streams[0].GetProperty("data").GetArrayLength());
        Assert.Equal(photos, Server.Photos.OrderBy(photo => photo.ActivityId).Select(photo => HashOf(photo.Bytes.Span)));
        if (OperatingSystem.IsLinux())
        {
            AssertPrivate();
        }
    }

    /// <summary>Only the owner can read the file. It has no name, so that it is gone even after a kill.</summary>
    [SupportedOSPlatform("linux")]
    private static void AssertPrivate()
    {
        var files = new DirectoryInfo("/proc/self/fd").GetFiles().ToLookup(file => Path.GetFileName(file.LinkTarget) ?? "");
        var ours = files.Where(file => file.Key.StartsWith("fake-strava-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, file => Assert.EndsWith(" (deleted)", file.Key, StringComparison.Ordinal));
        Assert.All(ours, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.First().FullName)));
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private async Task<string> SendPhotoAsync(string day)
    {
        var poll = await UploadAndPollAsync(TestFiles.Gpx($"{day}T07:00:00Z"), "gpx");
        var photo = new byte[PhotoSize];
        _random.NextBytes(photo);
        ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]).CopyTo(photo);
        using var content = new ByteArrayContent(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        var uri = new Uri(poll.Json.GetProperty("photo_metadata")[0].GetProperty("uri").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, uri.PathAndQuery, content, "")).Status);
        return HashOf(photo);
    }

}
