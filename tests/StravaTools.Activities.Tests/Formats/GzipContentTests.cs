using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats;

/// <summary>RFC 1952: a gzip can have several members, and each ends with the CRC and the length of its own data.</summary>
public sealed class GzipContentTests
{
    private const string Gpx = """
        <gpx version="1.1" creator="me" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
        <trkpt lat="1" lon="2"><time>2025-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>
        """;

    /// <summary>A member's header without a time, from a FAT file system: its last six bytes are zero, which could be a length.</summary>
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void Several_complete_members_are_one_file()
    {
        var report = Validate([.. Text.Gzip(Gpx[..50]), .. Text.Gzip(Gpx[50..])]);

        Assert.True(report.IsValid);
        Assert.Equal(1, report.PointCount);
    }

    [Fact]
    public void Last_member_can_be_empty()
    {
        // The header, an empty block of deflate, CRC 0 and length 0.
        byte[] empty = [.. Header, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        Assert.True(Validate([.. Text.Gzip(Gpx), .. empty]).IsValid);
    }

    [Fact]
    public void Last_member_truncated_after_its_header_is_reported() =>
        Text.Finding(Validate([.. Text.Gzip(Gpx), .. Header]), "GEN0103");

    [Fact]
    public void Last_member_truncated_in_its_data_is_reported() =>
        Text.Finding(Validate([.. Text.Gzip(Gpx), .. Text.Gzip(Gpx)[..^20]]), "GEN0103");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 'x')]
    [InlineData(512, 0)]
    [InlineData(100_000, 'x')]
    public void Bytes_after_the_end_are_a_warning_and_are_removed_by_a_repair(int count, int value)
    {
        byte[] bytes = [.. Text.Gzip(Gpx), .. Enumerable.Repeat((byte)value, count)];
        var report = Validate(bytes);

        Assert.True(report.IsValid);
        Assert.Equal((Severity.Warning, (long)bytes.Length - count),
            (report.Finding("GEN0109").Severity, report.Finding("GEN0109").Offset!.Value));
        Assert.Equal(1, report.PointCount);
        var repaired = ActivityRepair.Repair(ActivityFile.FromBytes("a.gpx.gz", bytes), TestContext.Current.CancellationToken);
        Assert.Empty(repaired.Report.Findings);
        Assert.Contains(count == 1 ? "1 byte after its end was removed" : "bytes after its end were removed",
            Assert.Single(repaired.Repairs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_after_several_members_are_a_warning()
    {
        var report = Validate([.. Text.Gzip(Gpx[..50]), .. Text.Gzip(Gpx[50..]), 1, 2, 3]);

        Assert.True(report.IsValid);
        Assert.Equal("3 bytes follow the end of the gzip.", report.Finding("GEN0109").What);
    }

    [Fact]
    public void Copy_of_the_trailer_after_the_end_is_a_warning()
    {
        var gzip = Text.Gzip(Gpx);

        Assert.Equal("8 bytes follow the end of the gzip.", Validate([.. gzip, .. gzip[^8..]]).Finding("GEN0109").What);
    }

    [Fact]
    public void Gzip_that_packs_200_to_1_is_not_unpacked_to_its_end()
    {
        // Blocks of zeros between random bytes: about 190 to 1 throughout.
        var random = new Random(1);
        var bytes = new byte[64 * 1024 * 1024];
        for (var at = 0; at < bytes.Length; at += 64 * 1024)
        {
            random.NextBytes(bytes.AsSpan(at, 270));
        }

        var file = ActivityFile.FromBytes("a.gpx.gz", Text.Gzip(bytes));

        Assert.InRange(file.Size * 190, bytes.Length / 2, bytes.Length * 2);
        Text.Finding(Text.Validate(file), "GEN0104");
        Assert.InRange(file.Content.Length, 0, 20 * 1024 * 1024);
    }

    private static ActivityFileReport Validate(byte[] bytes) => Text.Validate(ActivityFile.FromBytes("a.gpx.gz", bytes));
}
