using System.Text;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Formats.Xml;

/// <summary>The documents that the scanner reads, and those that .NET's reader reads from the beginning instead.</summary>
public sealed class Utf8XmlScannerTests
{
    public static TheoryData<string> Files => [.. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Theory]
    [InlineData("<gpx><!-- comment --><trk><name>a<!-- comment -->b</name></trk></gpx><!-- end -->", "ab")]
    [InlineData("<gpx><trk><name>a<![CDATA[<b> & ]]>c</name></trk></gpx>", "a<b> & c")]
    [InlineData("<?pi before?><gpx><?pi?><trk><name>a<?pi x?>b</name></trk></gpx><?pi after?>", "ab")]
    [InlineData("<gpx><trk><name>Caf&#233; &#x1F600; &lt;&amp;&gt;&quot;&apos;</name></trk></gpx>", "Café 😀 <&>\"'")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?>\n<gpx creator='Müller &#38; Sohn'><trk><name>日本 😀</name></trk></gpx>\n", "日本 😀")]
    [InlineData("\uFEFF<gpx><trk><name>a\r\nb</name></trk></gpx>", "a\nb")]
    [InlineData("\n <?xml version=\"1.0\"?><gpx><trk><name>a &#160;</name></trk></gpx>", "a")]
    public void Ordinary_documents_are_read_once(string text, string name)
    {
        var (activity, opened) = Read(text.Replace("</trk>", "<trkseg><trkpt lat='1' lon='2'/></trkseg></trk>", StringComparison.Ordinal));
        Assert.Equal(name, activity?.Name);
        Assert.Equal(1, opened);
    }

    [Theory]
    [InlineData("<gpx><trk><é/><name>n</name></trk></gpx>")]
    [InlineData("<?xml version='1.0' encoding='us-ascii'?><gpx><trk><name>n</name></trk></gpx>")]
    [InlineData("<gpx><trk><name>n</name></trk></gpx><")]
    [InlineData("<gpx><trk><name>n</name></trk>&nbsp;</gpx>")]
    public void Other_documents_are_read_again_from_their_beginning(string text)
    {
        var (activity, opened) =
            Read(text.Replace("</name>", "</name><trkseg><trkpt lat='1' lon='2'/></trkseg>", StringComparison.Ordinal));
        Assert.Equal("n", activity?.Name);
        Assert.Equal(1, activity?.Streams.Count);
        Assert.Equal(2, opened);
    }

    [Fact]
    public void Line_ends_in_an_attribute_are_spaces()
    {
        var (activity, opened) = Read(
            "<gpx x:schemaLocation='a\n b' creator='a\tb\r\nc\nd\re&#10;f'>"
                + "<trk><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>");

        Assert.Equal("a b c d e\nf", activity?.Creator);
        Assert.Equal(1, opened);
    }

    /// <summary>Reading with .NET's reader takes several times as long, so real files must not need it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Real_files_are_read_once(string path)
    {
        var content = ActivityFile.FromBytes("a", Corpus.Read(path)).Content.ToArray();
        var (_, opened) = Read(content, path.StartsWith("gpx", StringComparison.Ordinal));

        // ISO 8859-1, and a text file.
        string[] others = ["gpx/tkrajina_gpxgo__iso8859-1encoded.gpx", "tcx/sanderroosendaal_rowingdata__faketcx.tcx"];
        Assert.Equal(others.Contains(path, StringComparer.Ordinal) ? 2 : 1, opened);
    }

    private static (Model.Activity? Activity, int Opened) Read(string text) => Read(Encoding.UTF8.GetBytes(text), isGpx: true);

    private static (Model.Activity? Activity, int Opened) Read(byte[] bytes, bool isGpx)
    {
        var opened = 0;
        var file = new FileContent(bytes, bytes.Length, () =>
        {
            opened++;
            return new MemoryStream(bytes);
        });
        var activities = XmlActivityReader.ReadActivities(file, new FindingCollector(), CreateReader,
            TestContext.Current.CancellationToken);
        return (activities is [var first, ..] ? first : null, opened);

        XmlActivityReader CreateReader(FindingCollector collector) => isGpx ? new GpxReader(collector) : new TcxReader(collector);
    }
}
