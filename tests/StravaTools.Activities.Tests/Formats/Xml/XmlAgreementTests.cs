using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>
/// XML is read in two ways, by a scanner of our own and by .NET's reader that takes over from it anywhere. Whatever a file is, they find the same
/// activities and the same faults at the same places. <c>STRAVATOOLS_SEED</c> runs another seed, <c>STRAVATOOLS_ROUNDS</c> more rounds.
/// </summary>
public sealed partial class XmlAgreementTests(ITestOutputHelper output)
{
    private static readonly string[] Oddities =
    [
        "&amp;", "&lt;", "&apos;", "&quot;", "&#65;", "&#x41;", "&bogus;", "&", "<![CDATA[5]]>", "<![CDATA[", "]]>", "]]", "]", "<!-- c -->", "<!-- a -- b -->", "<!--",
        "-->", "<?pi x?>", "<?xml version='1.0'?>", "<!DOCTYPE gpx>", "\r", "\r\n", "\n", "\t", "  ", "é", "😀", "\uFFFE", "\u0001", "\u0085", "\u00A0", "<", ">", "/>", "/", "</",
        "</x>", "<x/>", "<x>", "<x>1</x>", "<x a='1' a='2'/>", "<x a='<'/>", "<x a=\"&amp;\"/>", "<x a='&#9;'/>", "<a:b:c/>", "<a:/>", "<:a/>", "<1/>", "<é/>", "<x xml:space='bad'/>",
        "<x a = '1'/>", "<x a='1'b='2'/>", "<x a='1\n2'/>", "<x\n/>", "</x >", "<hr>99</hr>", "<time>2025-01-01T00:00:00Z</time>", "<time/>", "<name>a&amp;b</name>",
        "<trkpt lat='1' lon='2'>", "</trkpt>", "<Trackpoint>", "</Trackpoint>", "<ele> 5 </ele>", "<ele>x</ele>", "<ele>1e400</ele>", "<ele><!-- c -->5</ele>", "<ele>5<!-- c --></ele>",
        "<ele>5<x/></ele>", "<ele><x/>5</ele>", "\uFEFF", "'", "\"", "=", "NaN", "-", "91",
    ];

    public static TheoryData<string> Corpora => [.. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Both_ways_agree_on_every_file_of_the_corpus(string path)
    {
        var content = ActivityFile.FromBytes("a", Corpus.Read(path)).Content.ToArray();
        AssertAgreement(content, path.StartsWith("gpx", StringComparison.Ordinal), 128 * 1024, path);
        AssertAgreement(content, path.StartsWith("gpx", StringComparison.Ordinal), 1024, path);
    }

    [Fact]
    public void Both_ways_agree_on_files_that_were_tampered_with()
    {
        var seed = Setting("STRAVATOOLS_SEED", 20250614);
        output.WriteLine($"seed {seed}");
        for (var round = 0; round < Setting("STRAVATOOLS_ROUNDS", 6000); round++)
        {
            var random = new Random(HashCode(seed, round));
            var isGpx = random.Next(2) == 0;
            var content = Tamper(Encoding.UTF8.GetBytes(isGpx ? Gpx(random) : Tcx(random)), random);
            AssertAgreement(content, isGpx, random.Next(3) == 0 ? 128 * 1024 : 1 << random.Next(5, 11), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [InlineData("<gpx>\n<trk><trkseg>\n<trkpt lat='1' lon='2'\n   ><ele>4&#x35;</ele><time>no</time></trkpt>")]
    [InlineData("<gpx><trk><name>é&amp;&#xe9;</name></trk></gpx><gpx/>")]
    [InlineData("<gpx><trk/></gpx> text")]
    [InlineData("<gpx\n\n  creator='é'><?pi?><trk></trj></gpx>")]
    [InlineData("\n\n <gpx><trk></gpx>")]
    [InlineData("<!-- c --><!DOCTYPE gpx><gpx/>")]
    [InlineData("<gpx><trk>\r\r\n\r<trkseg>\r\n\n\r&</trkseg></trk></gpx>")]
    public void Both_ways_agree_where_one_takes_over_from_the_other(string text)
    {
        foreach (var size in (int[])[16, 32, 64, 1024])
        {
            AssertAgreement(Encoding.UTF8.GetBytes(text), true, size, text);
        }
    }

    /// <summary>Which token .NET's reader shows depends on how far it had read ahead.</summary>
    [GeneratedRegex("'[^']*' is an unexpected token", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnexpectedToken();

    private static int HashCode(int seed, int round) => unchecked((seed * 397) ^ (round * 7919));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static void AssertAgreement(byte[] content, bool isGpx, int windowSize, string what)
    {
        var scanned = Read(content, isGpx, false, windowSize);
        var expected = Read(content, isGpx, true, 128 * 1024);
        if (expected != scanned)
        {
            Assert.Fail($"{what}, window {windowSize}:\n{Encoding.UTF8.GetString(content)}\n--- XmlReader\n{expected}\n--- scanner\n{scanned}");
        }
    }

    private static string Read(byte[] content, bool isGpx, bool force, int windowSize)
    {
        var findings = new FindingCollector();
        using var stream = new MemoryStream(content);
        var activities = isGpx
            ? new GpxReader(findings) { ForceXmlReader = force, WindowSize = windowSize }.ReadActivities(stream, TestContext.Current.CancellationToken)
            : new TcxReader(findings) { ForceXmlReader = force, WindowSize = windowSize }.ReadActivities(stream, TestContext.Current.CancellationToken);
        return string.Join('\n', [.. activities.Select(Describe), .. findings.ToList().Select(finding => $"{UnexpectedToken().Replace(finding.ToString(), "?")} x{finding.Count}")]);
    }

    private static string Describe(Activity activity)
    {
        var streams = activity.Streams;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {activity.Sport}|{activity.Name}|{activity.Creator}|{activity.StartTime:O}|{activity.ElapsedTime}|{activity.Distance}|{activity.Calories}
            {string.Join(';', activity.Laps)}|{string.Join(';', activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal))}
            {streams.Count}|{streams.Origin:O}|{string.Join(' ', streams.Time)}|{string.Join(' ', streams.Latitude)}|{string.Join(' ', streams.Longitude)}
            {string.Join(' ', streams.Altitude)}|{string.Join(' ', streams.Distance)}|{string.Join(' ', streams.Speed)}|{string.Join(' ', streams.HeartRate)}
            {string.Join(' ', streams.Cadence)}|{string.Join(' ', streams.Power)}|{string.Join(' ', streams.Temperature)}
            {string.Join(' ', streams.Locations.Select(location => (location.Line, location.Column)))}
            """);
    }

    /// <summary>A few cuts, copies, and oddities at random places.</summary>
    private static byte[] Tamper(byte[] content, Random random)
    {
        var bytes = content.ToList();
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(8))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.InsertRange(at, [.. bytes.GetRange(at, Math.Min(random.Next(60), bytes.Count - at))]);
                    break;
                case 3 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(random.Next(2) == 0 ? at : bytes.IndexOf((byte)'>', Math.Min(at, Math.Max(0, bytes.Count - 1))) + 1, Encoding.UTF8.GetBytes(Oddities[random.Next(Oddities.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Gpx(Random random)
    {
        var text = new StringBuilder(random.Next(3) switch { 0 => "", 1 => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", _ => "<?xml version='1.0'?>" });
        text.Append("<gpx version=\"1.1\" creator=\"Müller &amp; Co\">\n <metadata><name>m</name></metadata>\n <trk><name>Tour à vélo</name><type>cycling</type>\n  <trkseg>");
        for (var i = random.Next(6); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Break(random)}   <trkpt lat=\"{45 + random.NextDouble()}\" lon='{random.Next(190)}.5'>");
            text.Append(CultureInfo.InvariantCulture, $"<ele>{random.Next(500)}.2</ele>{Break(random)}<time>2025-06-14T06:{i:D2}:00Z</time>");
            text.Append(random.Next(2) == 0 ? "" : $"<extensions><g:T><g:hr>{random.Next(200)}</g:hr><g:cad/></g:T></extensions>").Append("</trkpt>");
        }

        return text.Append("</trkseg></trk></gpx>\n").ToString();
    }

    private static string Tcx(Random random)
    {
        var text = new StringBuilder("<TrainingCenterDatabase xmlns=\"x\">\n<Activities><Activity Sport=\"Biking\"><Lap StartTime=\"2025-06-14T06:00:00Z\"><TotalTimeSeconds>60</TotalTimeSeconds><Track>");
        for (var i = random.Next(5); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Break(random)}<Trackpoint><Time>2025-06-14T06:0{i}:00.000Z</Time><Position><LatitudeDegrees>{45 + random.NextDouble()}</LatitudeDegrees>");
            text.Append(CultureInfo.InvariantCulture, $"<LongitudeDegrees>6.25</LongitudeDegrees></Position>{Break(random)}<HeartRateBpm><Value>{random.Next(200)}</Value></HeartRateBpm></Trackpoint>");
        }

        return text.Append("</Track></Lap><Extensions><dfb>8 &lt; 9</dfb></Extensions><Creator><Name>Edge é</Name></Creator></Activity></Activities></TrainingCenterDatabase>").ToString();
    }

    private static string Break(Random random) => random.Next(4) switch { 0 => "\n", 1 => "\r\n", 2 => "<!-- c -->\n", _ => "" };
}
