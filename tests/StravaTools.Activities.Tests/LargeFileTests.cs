using System.Text;
using StravaTools.Activities.Tests.Formats.Fit;
using StravaTools.Activities.Validation;

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

    [Fact]
    public async Task Large_FIT_file_is_read_in_parts_with_the_same_findings()
    {
        // A chain of files, each a little longer than a window.
        var fit = FitBuilder.NewActivity().Define(1, FitBuilder.Record, FitFields.Power(0), new(253, FitType.UInt32, FitBuilder.Start));
        for (uint i = 0; i < 650_000; i++)
        {
            fit.Raw(1, (byte)i, 1, (byte)(i + FitBuilder.Start), (byte)((i + FitBuilder.Start) >> 8),
                (byte)((i + FitBuilder.Start) >> 16), (byte)((i + FitBuilder.Start) >> 24));
        }

        var one = fit.SessionAt(0, FitFields.SessionSport(2)).ToBytes();
        await File.WriteAllBytesAsync(
            _path, [.. Enumerable.Repeat(one, 8).SelectMany(bytes => bytes), .. one[..^1000]], TestContext.Current.CancellationToken);
        var file = await ActivityFile.ReadAsync(_path, TestContext.Current.CancellationToken);
        var inMemory = ActivityFile.FromBytes(_path, await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken));
        var expected = ActivityValidator.Validate(inMemory, TestContext.Current.CancellationToken);
        var (inMemoryContent, whole) = Measure(inMemory);
        var (content, inParts) = Measure(file);
        var report = ActivityValidator.Validate(file, content, TestContext.Current.CancellationToken);

        Assert.InRange(file.Size, 33 * 1024 * 1024, long.MaxValue);
        Assert.InRange(inParts - whole, long.MinValue, file.Size / 2);
        Assert.Equal(expected.Findings, report.Findings);
        Assert.Equal(expected.PointCount, report.PointCount);
        Assert.Equal(inMemoryContent.Activities, content.Activities);
    }

    [Theory]
    [InlineData("<gpx version=\"1.1\" creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/1\">")]
    [InlineData("\u000e\u0010\u0000\u0000\u0000\u0000\u0000\u0001.FIT\u0000\u0000")]
    [InlineData("{ \"version\": \"1.0\"")]
    [InlineData("\u001f\u008b")]
    public async Task File_of_more_than_2_GB_has_a_finding_and_is_not_read(string head)
    {
        await using (var stream = File.Create(_path))
        {
            stream.Write(Encoding.Latin1.GetBytes(head));
            stream.SetLength(3L * 1024 * 1024 * 1024);
        }

        var file = await ActivityFile.ReadAsync(_path, TestContext.Current.CancellationToken);
        var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);

        Assert.Equal("GEN0110", Assert.Single(report.Findings, finding => finding.Severity == Severity.Error).RuleId);
        Assert.Contains("3,221,225,472 bytes", report.Finding("GEN0110").What, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => file.UploadBytes);
        var options = new BatchValidationOptions { Threads = 1, ComputesSha256 = true };
        await foreach (var check in ActivityValidator.ValidateManyAsync([_path], options, TestContext.Current.CancellationToken))
        {
            Assert.Equal(report.Findings, check.Report!.Findings);
            Assert.Null(check.Sha256);
        }
    }

    private static (ActivityContent Content, long Allocated) Measure(ActivityFile file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        return (file.ReadContent(TestContext.Current.CancellationToken), GC.GetAllocatedBytesForCurrentThread() - before);
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
