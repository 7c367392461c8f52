using System.Formats.Tar;

namespace StravaTools.Activities.Tests;

/// <summary>Pipes and devices are refused before they are opened: reading them could wait or continue forever.</summary>
public sealed class SpecialFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Device_and_links_to_it_are_refused()
    {
        RequireUnix();
        var link = InFolder("ride.fit");
        File.CreateSymbolicLink(link, "/dev/zero");
        var second = InFolder("second.fit");
        File.CreateSymbolicLink(second, link);

        foreach (var path in new[] { "/dev/zero", link, second })
        {
            await AssertRefusedAsync(path);
        }
    }

    [Fact]
    public async Task Pipe_and_links_to_it_are_refused()
    {
        RequireUnix();
        var pipe = InFolder("ride.gpx");
        // Extracting an archive is how .NET makes a pipe without a program.
        var entry = new PaxTarEntry(TarEntryType.Fifo, "ride.gpx");
        await entry.ExtractToFileAsync(pipe, overwrite: false, TestContext.Current.CancellationToken);
        var link = InFolder("link.gpx");
        File.CreateSymbolicLink(link, pipe);

        await AssertRefusedAsync(pipe);
        await AssertRefusedAsync(link);
    }

    [Fact]
    public async Task Empty_file_and_link_to_a_file_are_read()
    {
        var empty = InFolder("empty.gpx");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ActivityFile.ReadAsync(empty, TestContext.Current.CancellationToken)).Size);

        RequireUnix();
        var link = InFolder("link.gpx");
        File.CreateSymbolicLink(link, empty);
        Assert.Equal(0, (await ActivityFile.ReadAsync(link, TestContext.Current.CancellationToken)).Size);
    }

    private static async Task AssertRefusedAsync(string path)
    {
        var e = await Assert.ThrowsAsync<IOException>(() => ActivityFile.ReadAsync(path, TestContext.Current.CancellationToken));
        Assert.Contains($"'{path}' is a device, a pipe, or a socket, not a file", e.Message, StringComparison.Ordinal);

        var options = new BatchValidationOptions { Threads = 1 };
        await foreach (var file in ActivityValidator.ValidateManyAsync([path], options, TestContext.Current.CancellationToken))
        {
            Assert.Equal(e.Message, file.Error!.Message);
        }
    }

    private static void RequireUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes and devices in folders.");

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);
}
