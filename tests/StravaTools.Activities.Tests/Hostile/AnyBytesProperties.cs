using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Tests.Formats.Fit;

namespace StravaTools.Activities.Tests.Hostile;

/// <summary>
/// Any bytes produce a report and no exception, with limited memory and time. tests/Fuzz does the same with damaged real files.
/// </summary>
public sealed class AnyBytesProperties
{
    private const long Memory = 8 * 1024 * 1024;
    private const int MemoryPerByte = 2000;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Heads =
    [
        [], FitBuilder.NewActivity().ToBytes()[..^2],
            [14, 0x20, 0, 0, 0xFF, 0, 0, 0, .. ".FIT"u8, 0, 0, 0x40, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 2],
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], Bytes("<gpx><trk><trkseg><trkpt lat='1' lon='"), Bytes("<gpx version=\"1.1\">"),
        Bytes("<TrainingCenterDatabase><Activities><Activity Sport='Biking'><Lap><Track><Trackpoint><Time>"),
            Bytes("{\"version\":\"1.0\",\"sets\":["),
        Bytes("{\"streams\":{\"time\":[1"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<gpx><trk>")],
            Bytes("<?xml version='1.0' encoding='"),
    ];

    [Fact]
    public void Any_bytes_produce_a_report() => Prop.ForAll(Files, bytes =>
    {
        using var stop = new CancellationTokenSource(Time);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = ActivityFile.FromBytes("any", bytes);
        var report = ActivityValidator.Validate(file, stop.Token);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory + (MemoryPerByte * (long)file.Content.Length));
        Assert.True(report.IsValid || report.Findings.Count > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static Arbitrary<byte[]> Files => Arb.From(
        from head in Gen.Elements(Heads)
        from length in Gen.Choose(0, 400)
        from tail in Gen.OneOf(
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length),
            Gen.Elements("<>/=\"'&;0123456789.-+eTZ:{}[],truenlx \n"u8.ToArray()).ArrayOf(length))
        select (byte[])[.. head, .. tail]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
