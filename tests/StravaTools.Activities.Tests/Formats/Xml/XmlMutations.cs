using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>
/// Small GPX and TCX documents, and random changes of them that concern an XML parser. The same seed gives the same document.
/// </summary>
internal static class XmlMutations
{
    private static readonly string[] Oddities =
    [
        "&amp;", "&lt;", "&apos;", "&quot;", "&#65;", "&#x41;", "&bogus;", "&", "&nbsp;", "&#0;", "&#x1F;", "&#xFFFE;", "&#xD800;",
            "&#x1F600;", "&#13;", "&#10;", "&#32;", "&#00000000065;",
        "&#;", "&#x;", "&amp", "<![CDATA[5]]>", "<![CDATA[ ]]>", "<![CDATA[a]]b<&\r\n]]>", "<![CDATA[\u0001]]>", "<![CDATA[", "<?pi?>",
            "<?pi a?b ?>", "<?XML x?>", "<?p:i x?>", "<? pi?>", "<?pi", "?>",
        "<!-- \u0001 -->", "<ele>5<?pi?></ele>", "<name> a <!-- c --> <![CDATA[b]]> &#32;c\r\nd </name>", "<name>a\r\nb</name>", "]]>",
            "]]", "]", "<!-- c -->", "<!-- a -- b -->", "<!--",
        "-->", "<?pi x?>", "<?xml version='1.0'?>", "<!DOCTYPE gpx>", "\r", "\r\n", "\n", "\t", "  ", "é", "😀", "\uFFFE", "\u0001",
            "\u0085", "\u00A0", "<", ">", "/>", "/", "</",
        "</x>", "<x/>", "<x>", "<x>1</x>", "<x a='1' a='2'/>", "<x a='<'/>", "<x a=\"&amp;\"/>", "<x a='&#9;'/>", "<a:b:c/>", "<a:/>",
            "<:a/>", "<1/>", "<é/>", "<x xml:space='bad'/>",
        "<x a = '1'/>", "<x a='1'b='2'/>", "<x a='1\n2'/>", "<x\n/>", "</x >", "<hr>99</hr>", "<time>2025-01-01T00:00:00Z</time>",
            "<time/>", "<name>a&amp;b</name>",
        "<trkpt lat='1' lon='2'>", "</trkpt>", "<Trackpoint>", "</Trackpoint>", "<ele> 5 </ele>", "<ele>x</ele>", "<ele>1e400</ele>",
            "<ele><!-- c -->5</ele>", "<ele>5<!-- c --></ele>",
        "<ele>5<x/></ele>", "<ele><x/>5</ele>", "\uFEFF", "'", "\"", "=", "NaN", "-", "91",
    ];

    /// <summary>A number from the environment.</summary>
    public static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>A document and whether it is GPX.</summary>
    public static (byte[] Content, bool IsGpx) Create(int seed, int round)
    {
        var random = new Random(unchecked((seed * 397) ^ (round * 7919)));
        var isGpx = random.Next(2) == 0;
        return (Tamper(Encoding.UTF8.GetBytes(isGpx ? Gpx(random) : Tcx(random)), random), isGpx);
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
                    bytes.InsertRange(random.Next(2) == 0 ? at : bytes.IndexOf((byte)'>', Math.Min(at, Math.Max(0, bytes.Count - 1)))
                        + 1, Encoding.UTF8.GetBytes(Oddities[random.Next(Oddities.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Gpx(Random random)
    {
        var text = new StringBuilder(random.Next(20) == 0 ? "\r\n " : "").Append(random.Next(3) switch
        {
            0 => "",
            1 => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            _ =>
            "<?xml version='1.0'?>"
        });
        text.Append("<gpx version=\"1.1\" creator=\"Müller &amp; Co\">\n <metadata><name>m</name></metadata>\n <trk><name>Tour à "
            + "vélo</name><type>cycling</type>\n  <trkseg>");
        for (var i = random.Next(6); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{Break(random)}   <trkpt lat=\"{45 + random.NextDouble()}\" lon='{random.Next(190)}.5'>");
            text.Append(CultureInfo.InvariantCulture,
                $"<ele>{random.Next(500)}.2</ele>{Break(random)}<time>2025-06-14T06:{i:D2}:00Z</time>");
            text.Append(random.Next(2) == 0 ? "" : $"<extensions><g:T><g:hr>{random.Next(200)}</g:hr><g:cad/></g:T></extensions>")
                .Append("</trkpt>");
        }

        return text.Append("</trkseg></trk></gpx>\n").ToString();
    }

    private static string Tcx(Random random)
    {
        var text = new StringBuilder(
            "<TrainingCenterDatabase xmlns=\"x\">\n<Activities><Activity Sport=\"Biking\"><Lap StartTime=\"2025-06-14T06:00:00Z\">"
                + "<TotalTimeSeconds>60</TotalTimeSeconds><Track>");
        for (var i = random.Next(5); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{Break(random)}<Trackpoint><Time>2025-06-14T06:0{i}:00.000Z</Time><Position>"
                    + $"<LatitudeDegrees>{45 + random.NextDouble()}</LatitudeDegrees>");
            text.Append(CultureInfo.InvariantCulture,
                $"<LongitudeDegrees>6.25</LongitudeDegrees></Position>{Break(random)}<HeartRateBpm><Value>{random.Next(200)}</Value>"
                    + $"</HeartRateBpm></Trackpoint>");
        }

        return text.Append(
            "</Track></Lap><Extensions><dfb>8 &lt; 9</dfb></Extensions><Creator><Name>Edge é</Name></Creator></Activity></Activities>"
                + "</TrainingCenterDatabase>").ToString();
    }

    private static string Break(Random random) => random.Next(4) switch { 0 => "\n", 1 => "\r\n", 2 => "<!-- c -->\n", _ => "" };
}
