using System.Text;

namespace StravaTools.Activities.Tests;

/// <summary>A large file stays on the disk, and reads as if it were in memory.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const int Points = 400_000;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".gpx");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Large_file_is_read_as_a_stream_with_the_same_findings()
    {
        await WriteAsync();
        var file = await ActivityFile.ReadAsync(_path, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated / (double)Points, 0, 100);
        Assert.Equal(Points, report.PointCount);
        Assert.Equal(new FileInfo(_path).Length, file.Size);

        var inMemory = ActivityFile.FromBytes(_path, await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken));
        Assert.Equal(ActivityValidator.Validate(inMemory, TestContext.Current.CancellationToken).Findings, report.Findings);
        Assert.Equal(inMemory.Sha256, file.Sha256);
        Assert.True(file.UploadBytes.Span.SequenceEqual(inMemory.Bytes.Span));
        Assert.Equal("gpx", file.DataType);
    }

    [Fact]
    public async Task Reading_a_large_file_can_be_canceled()
    {
        await WriteAsync();
        var file = await ActivityFile.ReadAsync(_path, TestContext.Current.CancellationToken);

        Assert.Throws<OperationCanceledException>(() => file.ReadContent(new CancellationToken(canceled: true)));
    }

    private async Task WriteAsync()
    {
        await using var text = new StreamWriter(_path, append: false, Encoding.UTF8);
        await text.WriteAsync("<gpx version=\"1.1\" creator=\"me\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>\n");
        var start = new DateTime(2025, 6, 14, 6, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < Points; i++)
        {
            await text.WriteAsync(
                $"<trkpt lat=\"45.9\" lon=\"{6 + (i % 1000 / 100_000.0):F5}\"><ele>4</ele><time>{start.AddSeconds(i):s}Z</time></trkpt>\n");
        }

        await text.WriteAsync("</trkseg></trk></gpx>");
    }
}
