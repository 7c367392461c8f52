using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests;

public sealed class ActivityFileTests
{
    private const string Gpx = """
        <gpx version="1.1" creator="me" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
        <trkpt lat="1" lon="2"><time>2025-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>
        """;

    [Theory]
    [InlineData("<gpx/>", ActivityFileFormat.Gpx, "gpx")]
    [InlineData("  \r\n<?xml version='1.0'?><!-- > --><gpx/>", ActivityFileFormat.Gpx, "gpx")]
    [InlineData("\uFEFF<?xml version='1.0'?><x:gpx>", ActivityFileFormat.Gpx, "gpx")]
    [InlineData("<!DOCTYPE gpx [ <!ENTITY a '>'> ]><gpx/>", ActivityFileFormat.Gpx, "gpx")]
    [InlineData("<TrainingCenterDatabase xmlns='x'>", ActivityFileFormat.Tcx, "tcx")]
    [InlineData("\uFEFF {", ActivityFileFormat.StrengthJson, "json")]
    [InlineData("<html><body>Sign in</body></html>", null, null)]
    [InlineData("just text", null, null)]
    [InlineData("<", null, null)]
    [InlineData("", null, null)]
    public void Content_determines_the_format(string text, ActivityFileFormat? format, string? dataType)
    {
        var file = Text.File("misleading.fit", text);

        Assert.Equal(format, file.Format);
        Assert.Equal(dataType, file.DataType);
        Assert.False(file.IsGzip);
    }

    [Fact]
    public async Task Stream_is_read_once_from_its_position()
    {
        using var pipe =
            new OneWayStream(Text.Gzip("<gpx version=\"1.1\" creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/1\"/>"u8.ToArray()));
        var file = await ActivityFile.ReadAsync("a.gpx.gz", pipe, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((ActivityFileFormat.Gpx, true, "a.gpx.gz", null), (file.Format, file.IsGzip, file.Name, file.Path));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void XML_in_UTF16_is_recognized_with_and_without_byte_order_mark(bool isBigEndian, bool hasMark)
    {
        var encoding = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var file = ActivityFile.FromBytes("a.gpx", encoding.GetBytes((hasMark ? "\uFEFF" : "") + "<gpx><trk/></gpx>"));

        Assert.Equal(ActivityFileFormat.Gpx, file.Format);
        Assert.Equal(["GPX0103"], Text.Validate(file).Findings
            .Where(finding => finding.Severity == Severity.Error).Select(finding => finding.RuleId));
    }

    [Fact]
    public void Gzip_file_has_the_gz_data_type_and_the_hash_of_its_content()
    {
        var plain = Text.File("a.gpx", Gpx);
        var packed = ActivityFile.FromBytes("a.gpx.gz", Text.Gzip(Gpx));

        Assert.Equal("gpx.gz", packed.DataType);
        Assert.True(packed.IsGzip);
        Assert.Equal(plain.Sha256, packed.Sha256);
        Assert.Equal(packed.Bytes, packed.UploadBytes);
        Assert.True(Text.Validate(packed).IsValid);
    }

    [Fact]
    public void Gzipped_strength_file_is_sent_unpacked()
    {
        var file = ActivityFile.FromBytes("a.json.gz", Text.Gzip("{}"));

        Assert.Equal("json", file.DataType);
        Assert.Equal("{}", Encoding.UTF8.GetString(file.UploadBytes.Span));
        Assert.Equal(Severity.Information, Text.Validate(file).Finding("GEN0105").Severity);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(60)]
    public void Truncated_gzip_file_is_refused(int missing)
    {
        var report = Text.Validate(ActivityFile.FromBytes("a.gpx.gz", Text.Gzip(Gpx)[..^missing]));

        Assert.False(report.IsValid);
        Assert.Equal(Severity.Error, report.Finding("GEN0103").Severity);
    }

    [Fact]
    public void Gzip_file_with_a_wrong_checksum_is_refused()
    {
        var packed = Text.Gzip(Gpx);
        packed[^6] ^= 1;

        Assert.False(Text.Validate(ActivityFile.FromBytes("a.gpx.gz", packed)).IsValid);
        Text.Validate(ActivityFile.FromBytes("a.gpx.gz", packed)).Finding("GEN0103");
    }

    [Fact]
    public void Gzip_bomb_is_refused_before_it_fills_the_memory()
    {
        var bomb = Text.Gzip(new byte[64 * 1024 * 1024]);
        var file = ActivityFile.FromBytes("a.gpx.gz", bomb);

        Text.Validate(file).Finding("GEN0104");
        Assert.InRange(file.Content.Length, 0, 20 * 1024 * 1024);
    }

    [Fact]
    public void Empty_file_is_reported_as_empty() => Assert.Equal("GEN0101", Assert.Single(Text.Validate("a.fit", "").Findings).RuleId);

    [Theory]
    [InlineData("a text file, not a FIT", "plain text")]
    [InlineData("<html><body/></html>", "<html>")]
    [InlineData("PK\u0003\u0004...", "zip")]
    public void Unknown_content_is_refused_and_described(string text, string looksLike)
    {
        var finding = Assert.Single(Text.Validate("ride.fit", text).Findings);

        Assert.Equal("GEN0102", finding.RuleId);
        Assert.Contains(looksLike, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.gpx", false)]
    [InlineData("a", false)]
    [InlineData("a.xml", false)]
    [InlineData("A.GPX", false)]
    [InlineData("a.tcx", true)]
    [InlineData("a.fit", true)]
    public void Misleading_file_name_is_a_warning(string name, bool misleads)
    {
        var report = Text.Validate(name, Gpx);

        Assert.True(report.IsValid);
        Assert.Equal(misleads, report.Findings.Any(finding => finding.RuleId == "GEN0106"));
    }

    [Fact]
    public async Task A_file_is_read_from_disk()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + " [ü].gpx");
        await File.WriteAllTextAsync(path, Gpx, TestContext.Current.CancellationToken);
        try
        {
            var file = await ActivityFile.ReadAsync(path, TestContext.Current.CancellationToken);

            Assert.Equal(Path.GetFileName(path), file.Name);
            Assert.Equal(path, Text.Validate(file).Path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Cannot seek, has no length, and returns one byte at a time.</summary>
    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            for (var value = ReadByte(); value >= 0; value = ReadByte())
            {
                destination.WriteByte((byte)value);
            }

            return Task.CompletedTask;
        }
    }
}
