using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using StravaTools.Activities.Tests.Formats.Fit;

namespace StravaTools.Activities.Tests.Hostile;

/// <summary>
/// Hostile files: checking each takes less than a second and 64 MB, and reports a finding. Memory is the growth of the heap during the
/// check, without the input. Time is that of the process, because the machine may be busy with other tests.
/// </summary>
[Collection(nameof(HostileInputTests))]
[CollectionDefinition(nameof(HostileInputTests), DisableParallelization = true)]
public sealed class HostileInputTests
{
    private const int Megabyte = 1024 * 1024;
    private const long MostMemory = 64L * Megabyte;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("gpx")]
    [InlineData("TrainingCenterDatabase")]
    public void An_entity_bomb_is_refused_before_it_is_read(string root)
    {
        var entities =
            string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        Check(
            "bomb." + root,
            Bytes($"<!DOCTYPE {root} [<!ENTITY l0 \"lol\">{entities}]><{root}><trk><name>&l9;</name></trk></{root}>"),
            "104");
    }

    [Fact]
    public void An_external_entity_is_never_fetched()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret-of-this-machine");
        try
        {
            var report = Check(
                "xxe.gpx",
                Bytes($"<!DOCTYPE gpx [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]><gpx><trk><name>&x;</name><trkseg><trkpt lat=\"1\" "
                    + "lon=\"1\"/></trkseg></trk></gpx>"),
                "104");
            Assert.DoesNotContain("secret-of-this-machine", string.Concat(report.Findings), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(100)]
    public void A_gzip_bomb_is_not_unpacked(int megabytes) => Check("bomb.fit.gz", Zeros(megabytes), "GEN0104");

    [Fact]
    public void Gzip_in_a_gzip_is_not_an_activity() => Check("bomb.gpx.gz", Text.Gzip(Zeros(100)), "GEN0102");

    [Fact]
    public void FIT_header_that_claims_4_GB_stays_within_the_limits()
    {
        var file = FitBuilder.NewActivity().RecordAt(0).ToBytes();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), uint.MaxValue);
        Check("claims.fit", file, "FIT0101");
    }

    [Fact]
    public void FIT_definitions_of_255_fields_of_255_bytes_stay_within_the_limits()
    {
        // Each definition has 771 bytes, for messages of 65,025 bytes. There are many definitions and no messages.
        byte[] definition = [0x40, 0, 0, 20, 0, 255, .. Enumerable.Range(0, 255).SelectMany(i => new byte[] { (byte)i, 255, 0x0D })];
        var builder = FitBuilder.NewActivity();
        for (var i = 0; i < 10_000; i++)
        {
            builder.Raw(definition);
        }

        Check("definitions.fit", builder.ToBytes(), "FIT0103");
        Check("ends.fit", builder.Raw(0).ToBytes(), "FIT0104");
    }

    [Fact]
    public void FIT_file_of_only_data_messages_stays_within_the_limits()
    {
        // A definition without fields makes each byte a message.
        var builder = FitBuilder.NewActivity().Raw(0x40, 0, 0, 20, 0, 0).Raw(new byte[Megabyte]);
        Check("tiny.fit", builder.ToBytes(), "FIT0102", most: 128L * Megabyte);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void JSON_nested_10_000_deep_stays_within_the_limits(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Check("deep.json", Bytes($"{{\"version\":\"1.0\",\"sets\":{nested}}}"), "JSN0101");
        Check("deep.json", Bytes($"{{\"x\":{nested}}}"), "JSN0101");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"exercise_type\":1},\n{\"x\":\n2}")]
    public void JSON_with_a_million_sets_stays_within_the_limits(string sets) =>
        Check("many.json", Bytes($"{{\"version\":\"1.0\",\"sets\":[{string.Join(",\n", Enumerable.Repeat(sets, 1_000_000))}]}}"),
            "JSN0104");

    [Theory]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"><extensions>", "GPX")]
    [InlineData("<TrainingCenterDatabase><Activities><Activity><Lap><Track><Trackpoint><Extensions>", "TCX")]
    public void XML_nested_100_000_deep_stays_within_the_limits(string start, string rule)
    {
        Check("deep.xml", Bytes(start + string.Concat(Enumerable.Repeat("<a>", 100_000))), rule);
        Check("deep.xml", Bytes(start + string.Concat(Enumerable.Repeat("<a b='c'>", 100_000))
            + string.Concat(Enumerable.Repeat("</a>", 100_000))), rule);
    }

    [Theory]
    [InlineData("<gpx><trk><name>{0}</name></trk></gpx>", "GPX")]
    [InlineData("<gpx><trk><{0}/></trk></gpx>", "GPX")]
    [InlineData("<gpx creator=\"{0}\"></gpx>", "GPX")]
    [InlineData("<gpx {0}=\"1\"></gpx>", "GPX")]
    [InlineData("<{0}/>", "GEN")]
    [InlineData("<gpx><!--{0}--></gpx>", "GPX")]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"{0}\" lon=\"1\"><time>2026-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>", "GPX")]
    [InlineData("<TrainingCenterDatabase><Activities><Activity Sport=\"{0}\"><Id>{0}</Id></Activity></Activities></TrainingCenterDatabase>",
        "TCX")]
    [InlineData("{{\"version\":\"{0}\"}}", "GEN")]
    [InlineData("{{\"{0}\":1}}", "GEN")]
    [InlineData("{{\"sets\":[{{\"exercise_type\":\"{0}\"}}]}}", "GEN")]
    public void Names_of_100_MB_stay_within_the_limits(string pattern, string rule)
    {
        var parts = pattern.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Split("{0}");
        var name = new byte[100 * Megabyte / (parts.Length - 1)];
        Array.Fill(name, (byte)'n');
        using var file = new MemoryStream(101 * Megabyte);
        for (var i = 0; i < parts.Length; i++)
        {
            file.Write(Bytes(parts[i]));
            file.Write(i + 1 < parts.Length ? name : []);
        }

        Check("name", file.ToArray(), rule);
    }

    private static ActivityFileReport Check(string name, byte[] bytes, string rule, long most = MostMemory)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var peak = new HeapPeak();
        var clock = Environment.CpuUsage.TotalTime;
        var report = ActivityValidator.Validate(ActivityFile.FromBytes(name, bytes), stop.Token);
        var elapsed = Environment.CpuUsage.TotalTime - clock;
        var memory = peak.Stop() - before;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{elapsed.TotalMilliseconds:N0} ms, {memory / Megabyte:N0} MB, "
                + $"{string.Join(' ', report.Findings.Select(finding => finding.RuleId))}");
        Assert.Contains(report.Findings, finding => finding.RuleId.Contains(rule, StringComparison.Ordinal));
        Assert.False(report.IsValid);
        Assert.All(report.Findings, finding => Assert.InRange(finding.Message.Length, 1, 2000));
        Assert.True(elapsed < MostTime, $"It took {elapsed}.");
        Assert.True(memory < most, $"It took {memory / Megabyte:N0} MB.");
        return report;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zeros(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[Megabyte];
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Measures the size of the heap repeatedly.</summary>
    private sealed class HeapPeak : IDisposable
    {
        private readonly Thread _watcher;
        private volatile bool _isStopped;
        private long _peak;

        public HeapPeak()
        {
            _watcher = new Thread(Watch) { IsBackground = true };
            _watcher.Start();
        }

        public long Stop()
        {
            Dispose();
            return Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        public void Dispose()
        {
            _isStopped = true;
            _watcher.Join();
        }

        private void Watch()
        {
            while (!_isStopped)
            {
                _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(1);
            }
        }
    }
}
