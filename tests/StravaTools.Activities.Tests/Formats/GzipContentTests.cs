namespace StravaTools.Activities.Tests.Formats;

/// <summary>RFC 1952: a gzip can have several members, and each ends with the CRC and the length of its own data.</summary>
public sealed class GzipContentTests
{
    private const string Gpx = """
        <gpx version="1.1" creator="me" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
        <trkpt lat="1" lon="2"><time>2025-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>
        """;

    /// <summary>A member's header without time, from a FAT file system: it ends with six zero bytes, which read as a length of 0.</summary>
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

    private static ActivityFileReport Validate(byte[] bytes) => Text.Validate(ActivityFile.FromBytes("a.gpx.gz", bytes));
}
