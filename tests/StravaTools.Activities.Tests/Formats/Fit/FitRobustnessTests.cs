using System.Buffers.Binary;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Any bytes produce a report, quickly and with little memory.</summary>
public sealed class FitRobustnessTests
{
    [Fact]
    public void Every_truncated_file_is_read()
    {
        var whole = Sample();
        for (var length = 0; length < whole.Length; length++)
        {
            var report = Validate(whole[..length]);
            Assert.False(report.IsValid);
        }
    }

    [Fact]
    public void Every_flipped_bit_is_reported()
    {
        var whole = Sample();
        for (var i = 0; i < whole.Length * 8; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i / 8] ^= (byte)(1 << (i % 8));

            // The protocol and profile versions are not checked, but the header's CRC covers them.
            Assert.False(Validate(damaged).IsValid, $"bit {i % 8} of byte {i / 8}");
        }
    }

    [Fact]
    public void Random_damage_with_a_correct_checksum_does_not_crash()
    {
        var random = new Random(20250614);
        var whole = Sample();
        for (var round = 0; round < 5000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                damaged[random.Next(14, damaged.Length - 2)] = (byte)random.Next(256);
            }

            BinaryPrimitives.WriteUInt16LittleEndian(damaged.AsSpan(damaged.Length - 2),
                FitBuilder.Crc(damaged.AsSpan(0, damaged.Length - 2)));
            Assert.NotNull(Validate(damaged));
        }
    }

    [Fact]
    public void Random_bytes_after_a_header_do_not_crash()
    {
        var random = new Random(14);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(12, 400)];
            random.NextBytes(bytes);
            ".FIT"u8.CopyTo(bytes.AsSpan(8));
            bytes[0] = (byte)(random.Next(2) == 0 ? 12 : 14);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)random.Next(500));
            Assert.NotNull(Validate(bytes));
        }
    }

    [Fact]
    public void Header_that_claims_four_gigabytes_allocates_little()
    {
        var bytes = Sample();
        bytes.AsSpan(4, 4).Fill(0xFF);
        bytes.AsSpan(12, 2).Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = Assert.Single(Validate(bytes).Findings);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains($"header claims {uint.MaxValue + 16L} bytes, the file has {bytes.Length}", finding.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_of_255_fields_of_255_bytes_allocate_little()
    {
        var fields = Enumerable.Range(0, 255).Select(i => new FitValue((byte)i, FitType.Byte, new byte[255])).ToArray();
        var builder = FitBuilder.NewActivity();
        for (var i = 0; i < 100; i++)
        {
            builder.Define(i % 16, FitBuilder.Record, fields);
        }

        var file = builder.Raw(0).ToFile();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = ActivityValidator.Validate(file, TestContext.Current.CancellationToken).Findings;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Contains("record message needs 65025 bytes, but only 0 are left", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_a_thousand_damaged_files_has_few_findings()
    {
        var damaged = new FitBuilder().Raw(0x0B).ToBytes();
        damaged[^1] ^= 0x55;
        var findings = Validate([.. Enumerable.Repeat(damaged, 1000).SelectMany(file => file)]).Findings;
        Assert.InRange(findings.Count, 1, 30);
    }

    [Fact]
    public void Reading_can_be_canceled()
    {
        var file = FitBuilder.NewActivity().RecordAt(0).ToFile();
        Assert.Throws<OperationCanceledException>(() => file.ReadContent(new CancellationToken(canceled: true)));
    }

    private static ActivityFileReport Validate(byte[] bytes) =>
        ActivityValidator.Validate(ActivityFile.FromBytes("ride.fit", bytes), TestContext.Current.CancellationToken);

    private static byte[] Sample() => FitBuilder.NewActivity()
        .Message(FitBuilder.FieldDescription, Description(0, FitType.Float32, "Index", "pts"))
        .RecordAt(0, Latitude(45.9), Longitude(6.1), HeartRate(120), Developer(0, FitType.Float32, 1))
        .RecordAt(1, EnhancedAltitude(447), CompressedSpeedDistance(300, 100))
        .Message(FitBuilder.Hr, Timestamp(FitBuilder.Start), new(9, FitType.UInt32, 5000), new(6, FitType.UInt8, 100))
        .Message(FitBuilder.Hr, new FitValue(10, FitType.Byte, new byte[] { 1, 2, 3 }), new FitValue(6, FitType.UInt8, new[] { 100, 101 }))
        .Message(FitBuilder.Set, new FitValue(5, FitType.UInt8, 1), new FitValue(6, FitType.UInt32, FitBuilder.Start))
        .Message(FitBuilder.Lap, new FitValue(2, FitType.UInt32, FitBuilder.Start))
        .SessionAt(0, SessionSport(2), TotalElapsedTime(60), Developer(0, FitType.Float32, 2))
        .SessionAt(1, SessionSport(1), TotalElapsedTime(60))
        .Message(FitBuilder.Activity, Timestamp(FitBuilder.Start + 60), LocalTimestamp(FitBuilder.Start + 7260))
        .ToBytes();
}
