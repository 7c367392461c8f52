using System.Globalization;
using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>
/// XML is read by our own scanner, or from the beginning by .NET's reader if the scanner stops. Both find the same activities, and the same
/// faults at the same places, in any file. <c>STRAVATOOLS_SEED</c> selects another seed, <c>STRAVATOOLS_ROUNDS</c> more rounds.
/// </summary>
public sealed class XmlAgreementTests(ITestOutputHelper output)
{
    private static readonly int[] WindowSizes = [128 * 1024, 32, 64, 128, 256, 512, 1024];

    private static readonly string[] OtherBytes =
        ["", "<", "&", "'", ">", "/", " ", "\r", "\n", "7", "-", "T", "é", "\0", "<!--\n-->", "&#53;", "<x/>"];

    public static TheoryData<string> Corpora => [.. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Both_readers_agree_on_every_file_of_the_corpus(string path)
    {
        var content = ActivityFile.FromBytes("a", Corpus.Read(path)).Content.ToArray();
        AssertAgreement(content, path.StartsWith("gpx", StringComparison.Ordinal), 128 * 1024, path);
        AssertAgreement(content, path.StartsWith("gpx", StringComparison.Ordinal), 1024, path);
    }

    [Fact]
    public void Both_readers_agree_on_changed_files()
    {
        var seed = XmlMutations.Setting("STRAVATOOLS_SEED", 20250614);
        output.WriteLine($"seed {seed}");
        for (var round = 0; round < XmlMutations.Setting("STRAVATOOLS_ROUNDS", 6000); round++)
        {
            var (content, isGpx) = XmlMutations.Create(seed, round);
            AssertAgreement(content, isGpx, WindowSizes[round % WindowSizes.Length], $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("<gpx>\n<trk><trkseg>\n<trkpt lat='1' lon='2'\n   ><ele>4&#x35;</ele><time>no</time></trkpt>")]
    [InlineData("<gpx><trk><name>é&amp;&#xe9;</name></trk></gpx><gpx/>")]
    [InlineData("<gpx><trk/></gpx> text")]
    [InlineData("<gpx\n\n  creator='é'><?pi?><trk></trj></gpx>")]
    [InlineData("\n\n <gpx><trk></gpx>")]
    [InlineData("<!-- c --><!DOCTYPE gpx><gpx/>")]
    [InlineData("<gpx><trk><name> a <!-- c --> <![CDATA[<b>]]>&#233;<?pi x?>\r\nd&#13;&#32;</name><type><![CDATA[ ]]></type></trk></gpx>")]
    [InlineData("<gpx creator='a&#10;b\tc&#x1F600;'><trk><name>a\r\nb\rc</name></trk></gpx>")]
    [InlineData("<?xml version='1.0\"?><gpx><trk><name>a</name></trk></gpx>")]
    [InlineData("<?xml version=\"1.0\" encoding='utf-8\"?><gpx><trk><name>a</name></trk></gpx>")]
    [InlineData("<gpx creator='a\r\nb\rc\td\ne &#9;&#13;&#10; f'><trk/></gpx>")]
    [InlineData("<gpx><trk>\r\r\n\r<trkseg>\r\n\n\r&</trkseg></trk></gpx>")]
    public void Both_readers_agree_at_every_place_at_which_the_scanner_stops(string text)
    {
        foreach (var size in (int[])[16, 32, 64, 1024])
        {
            AssertAgreement(Encoding.UTF8.GetBytes(text), true, size, text);
        }
    }

    /// <summary>Points are predicted from the one before. Each byte of the third one is removed, replaced, or preceded by others.</summary>
    [Theory]
    [InlineData("\n <trkpt lat='{0}' lon='-1.2'>\n  <ele>{1}</ele><time>2026-01-01T00:00:0{0}Z</time><fix>3d</fix>\n <x/></trkpt>", true)]
    [InlineData("<trkpt lon='-1.25' lat='{0}'><extensions><a:hr>{1}</a:hr><b c='d' e='{0}'>f</b><b f='g'/></extensions></trkpt>", true)]
    [InlineData("\r\n<trkpt lon='1' lat='2'>\r\n<time>2026-01-01T00:00:0{0}.5+01:00</time>\r\n<cadence></cadence></trkpt>", true)]
    [InlineData("\n<Trackpoint>\n<HeartRateBpm xsi:type='x'><Value>{1}</Value></HeartRateBpm><Watts>{0}</Watts>\n</Trackpoint>", false)]
    public void Both_readers_agree_on_points_with_one_difference(string point, bool isGpx)
    {
        var points = Enumerable.Range(1, 5).Select(i => string.Format(CultureInfo.InvariantCulture, point, i, 100 * i)).ToArray();
        string[] around = isGpx ? ["gpx", "trk", "trkseg"] : ["TrainingCenterDatabase", "Activities", "Activity", "Lap", "Track"];
        var head = string.Concat(around.Select(name => $"<{name}>"));
        var text = head + string.Concat(points) + string.Concat(around.Reverse().Select(name => $"</{name}>"));
        var start = head.Length + points[0].Length + points[1].Length;
        for (var at = start; at < start + points[2].Length; at++)
        {
            foreach (var other in OtherBytes)
            {
                AssertAgreement(Encoding.UTF8.GetBytes(text.Remove(at, 1).Insert(at, other)), isGpx, 128 * 1024, $"{other} at {at}");
                AssertAgreement(Encoding.UTF8.GetBytes(text.Insert(at, other)), isGpx, 128 * 1024, $"{other} before {at}");
            }
        }
    }

    private static void AssertAgreement(byte[] content, bool isGpx, int windowSize, string what)
    {
        var inMemory = new FileContent(content);
        var onDisk = new FileContent(content, content.Length, () => new MemoryStream(content));
        var expected = Read(inMemory, isGpx, true, 128 * 1024);
        foreach (var file in (FileContent[])[inMemory, onDisk])
        {
            var scanned = Read(file, isGpx, false, windowSize);
            if (expected != scanned)
            {
                Assert.Fail($"{what}, window {windowSize}:\n{Encoding.UTF8.GetString(content)}\n--- XmlReader\n{expected}\n--- "
                    + $"scanner\n{scanned}");
            }
        }
    }

    private static string Read(FileContent file, bool isGpx, bool force, int windowSize)
    {
        var findings = new FindingCollector();
        var activities = force
            ? XmlActivityReader.ReadWithXmlReader(file, findings, CreateReader, TestContext.Current.CancellationToken)
            : XmlActivityReader.ReadActivities(file, findings, CreateReader, TestContext.Current.CancellationToken);
        return string.Join('\n', [.. activities.Select(Describe), .. findings.ToList().Select(finding => $"{finding} x{finding.Count}")]);

        XmlActivityReader CreateReader(FindingCollector collector) => isGpx
            ? new GpxReader(collector) { WindowSize = windowSize }
            : new TcxReader(collector) { WindowSize = windowSize };
    }

    private static string Describe(Activity activity)
    {
        var streams = activity.Streams;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {activity.Sport}|{activity.Name}|{activity.Creator}|{activity.StartTime:O}
            {activity.ElapsedTime}|{activity.Distance}|{activity.Calories}
            {string.Join(';', activity.Laps)}|{string.Join(';', activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal))}
            {streams.Count}|{streams.Origin:O}|{string.Join(' ', streams.Time)}
            {string.Join(' ', streams.Latitude)}|{string.Join(' ', streams.Longitude)}
            {string.Join(' ', streams.Altitude)}|{string.Join(' ', streams.Distance)}
            {string.Join(' ', streams.Speed)}|{string.Join(' ', streams.HeartRate)}
            {string.Join(' ', streams.Cadence)}|{string.Join(' ', streams.Power)}|{string.Join(' ', streams.Temperature)}
            {string.Join(' ', streams.Locations.Select(location => (location.Line, location.Column)))}
            """);
    }
}
