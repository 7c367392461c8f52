using System.Buffers.Binary;
using StravaTools.Activities.Validation;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Header, size, checksums, and chains.</summary>
public sealed class FitFileTests
{
    [Theory]
    [InlineData(12, true)]
    [InlineData(14, true)]
    [InlineData(14, false)]
    public void Header_of_12_or_14_bytes_is_read_even_without_CRC(int headerSize, bool hasCrc)
    {
        var file = new FitBuilder(false, headerSize) { HasHeaderCrc = hasCrc }.RecordAt(0, HeartRate(120)).ToFile().ReadContent(Token);
        Assert.DoesNotContain(file.Findings, finding => finding.RuleId is "FIT0101" or "FIT0104");
        Assert.Equal(120, Assert.Single(file.Activities).Streams.HeartRate[0]);
    }

    [Fact]
    public void A_header_of_another_size_is_reported()
    {
        var finding = Damage(FitBuilder.NewActivity(headerSize: 13).RecordAt(0).ToBytes());
        Assert.Contains("header claims to be 13 bytes", finding.Message, StringComparison.Ordinal);
        Assert.Equal(0, finding.Offset);
    }

    [Fact]
    public void A_wrong_header_CRC_is_reported_with_both_values()
    {
        var bytes = FitBuilder.NewActivity().RecordAt(0).ToBytes();
        var right = FitBuilder.Crc(bytes.AsSpan(0, 12));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(12), 0xBEEF);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 2), FitBuilder.Crc(bytes.AsSpan(0, bytes.Length - 2)));
        var finding = Damage(bytes);
        Assert.Contains($"CRC is 0xBEEF, computed 0x{right:X4}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(12, finding.Offset);
    }

    [Fact]
    public void A_wrong_file_CRC_is_reported_with_both_values_and_the_file_is_read()
    {
        var bytes = FitBuilder.NewActivity().RecordAt(0, HeartRate(120)).ToBytes();
        var right = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(bytes.Length - 2));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 2), (ushort)(right ^ 0x0101));
        var finding = Damage(bytes);
        Assert.Contains($"CRC is 0x{right ^ 0x0101:X4}, computed 0x{right:X4}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(bytes.Length - 2, finding.Offset);
        Assert.Equal(120, Assert.Single(Parse(bytes).Activities).Streams.HeartRate[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void Truncated_file_is_read_to_its_end(int missing)
    {
        var whole = FitBuilder.NewActivity().RecordAt(0, HeartRate(120)).RecordAt(1, HeartRate(121)).RecordAt(2, HeartRate(122)).ToBytes();
        var content = Parse(whole[..^missing]);
        var finding = Assert.Single(content.Findings);
        Assert.Equal("FIT0101", finding.RuleId);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains($"header claims {whole.Length} bytes, the file has {whole.Length - missing}", finding.Message,
            StringComparison.Ordinal);
        Assert.Equal(missing <= 2 ? 3 : 2, Assert.Single(content.Activities).Streams.Count);
    }

    [Fact]
    public void A_file_whose_header_was_never_completed_is_read()
    {
        var bytes = FitBuilder.NewActivity().RecordAt(0, HeartRate(120)).RecordAt(1, HeartRate(121)).ToBytes();
        bytes.AsSpan(4, 4).Clear();
        bytes.AsSpan(12, 2).Clear();
        var content = Parse(bytes[..^2]);
        Assert.Equal("FIT0101", Assert.Single(content.Findings).RuleId);
        Assert.Equal(2, Assert.Single(content.Activities).Streams.Count);
    }

    [Fact]
    public void Empty_file_in_a_chain_is_not_an_unfinished_file()
    {
        byte[] chain = [.. new FitBuilder().ToBytes(), .. FitBuilder.NewActivity().RecordAt(0).SessionAt(0, SessionSport(2)).ToBytes()];
        var content = Parse(chain);
        Assert.Empty(content.Findings);
        Assert.Equal(1, Assert.Single(content.Activities).Streams.Count);
    }

    [Theory]
    [InlineData(1, "1 byte follows the end of the FIT file.")]
    [InlineData(3000, "3,000 bytes follow the end of the FIT file.")]
    public void Bytes_after_the_end_are_a_warning_and_the_file_is_read(int count, string expected)
    {
        var bytes = FitBuilder.NewActivity().RecordAt(0, HeartRate(120)).SessionAt(0, SessionSport(2)).ToBytes();
        var file = ActivityFile.FromBytes("ride.fit", (byte[])[.. bytes, .. new byte[count]]);
        var report = ActivityValidator.Validate(file, Token);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("FIT0114", Severity.Information, (long?)bytes.Length), (finding.RuleId, finding.Severity, finding.Offset));
        Assert.StartsWith(expected, finding.Message, StringComparison.Ordinal);
        Assert.True(report.IsValid);
        Assert.Equal(120, Assert.Single(file.ReadContent(Token).Activities).Streams.HeartRate[0]);
    }

    [Fact]
    public void A_chain_of_files_is_one_stream_of_messages()
    {
        byte[] chain =
        [
            .. FitBuilder.NewActivity().RecordAt(0, HeartRate(120)).ToBytes(),
            .. new FitBuilder(bigEndian: true, headerSize: 12).RecordAt(1, HeartRate(121)).ToBytes(),
            .. new FitBuilder().RecordAt(2, HeartRate(122)).SessionAt(0, SessionSport(2)).ToBytes(),
        ];
        var content = Parse(chain);
        Assert.Empty(content.Findings);
        Assert.Equal([120f, 121f, 122f], Assert.Single(content.Activities).Streams.HeartRate);
    }

    [Fact]
    public void A_definition_does_not_reach_into_the_next_file_of_a_chain()
    {
        byte[] chain =
        [
            .. FitBuilder.NewActivity().Define(5, FitBuilder.Record, HeartRate(0)).ToBytes(),
            .. new FitBuilder().Data(5, HeartRate(120)).ToBytes(),
        ];
        Assert.Contains(Parse(chain).Findings, finding => finding.RuleId == "FIT0104");
    }

    [Fact]
    public void Damage_in_one_file_of_a_chain_does_not_hide_the_next()
    {
        byte[] chain = [.. FitBuilder.NewActivity().Raw(0x0B).ToBytes(), .. new FitBuilder().RecordAt(0, HeartRate(120)).ToBytes()];
        var content = Parse(chain);
        Assert.Contains(content.Findings, finding => finding.RuleId == "FIT0104");
        Assert.Equal(120, Assert.Single(content.Activities).Streams.HeartRate[0]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ActivityContent Parse(byte[] bytes) => ActivityFile.FromBytes("ride.fit", bytes).ReadContent(Token);

    private static Finding Damage(byte[] bytes)
    {
        var finding = Assert.Single(Parse(bytes).Findings, finding => finding.RuleId == "FIT0101");
        Assert.Equal(Severity.Error, finding.Severity);
        return finding;
    }
}
