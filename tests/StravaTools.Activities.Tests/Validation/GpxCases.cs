using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of GPX rules.</summary>
internal static class GpxCases
{
    private const string Altitude = "<ele>440</ele>";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("GPX0101", Text.File("a.gpx", GpxRoot + "<trk>"), GoodGpx),
        new("GPX0102", Gpx("<trkpt lat=\"46\" lon=\"8\"/><trkpt lat=\"46\" lon=\"8\"><time/></trkpt>"), GoodGpx) { Count = 2,
            MessagePart = "2 of 2 points" },
        new("GPX0103", Gpx(""), GoodGpx) { HasPlace = false },
        new("GPX0104", Text.File("a.gpx", "<!DOCTYPE gpx>" + GpxRoot + "</gpx>"), GoodGpx),
        new("GPX0104", Text.File("a.gpx", "<?xml version=\"1.0\"?>\n<!DOCTYPE gpx [<!ENTITY a \"b\">]>" + GpxRoot + "</gpx>"), GoodGpx),
        new("GPX0105", Gpx("<trkpt lat=\"undefined\" lon=\"8\"/>"), GoodGpx),
        new("GPX0106", Gpx(Point(0, latitude: 90.5)), Gpx(Point(0, latitude: 90))),
        new("GPX0106", Gpx(Point(0, longitude: -180.5)), Gpx(Point(0, longitude: -180))),
        new("GPX0107", Gpx("<trkpt lat=\"46\" lon=\"8\"><time>14/06/2025 06:30</time></trkpt>"), GoodGpx),
        new("GPX0108", By("Best app with barometer 2", Altitude), By("Best app ever with Barometer ", Altitude)),
        new("GPX0108", By("Best app with barometer", ""), By("Best app", "")) { MessagePart = "no point has an elevation" },
        new("GPX0109", Gpx(Point(0), "<gpx version=\"1.0\" creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/0\">"),
            GoodGpx) { MessagePart = "'1.0'" },
        new("GPX0109", Gpx(Point(0), "<gpx creator=\"a\" xmlns=\"http://www.topografix.com/GPX/1/1\">"),
            GoodGpx) { MessagePart = "version is missing" },
        new("GPX0109", Gpx(Point(0), "<gpx version=\"1.1\" creator=\"a\">"), Prefixed()) { MessagePart = "namespace is missing" },
        new("GPX0109", Gpx(Point(0), "<gpx version=\"1.1\" creator=\"a\" xmlns=\"urn:a\">"), GoodGpx) { MessagePart = "'urn:a'" },
        new("GPX0110", Gpx(Point(0), "<gpx version=\"1.1\" creator=\" \" xmlns=\"http://www.topografix.com/GPX/1/1\">"), GoodGpx),
        new("GPX0111", Plan("<wpt lat=\"1\" lon=\"2\"/><rte><rtept lat=\"1\" lon=\"2\"/></rte>"),
            Gpx(Point(0), afterTrack: "<wpt lat=\"1\" lon=\"2\"/>")) { Count = 2 },
        new("GPX0112", Gpx(Point(0), inTrack: "<trkseg></trkseg><trkseg/>"), GoodGpx) { Count = 2 },
        new("GPX0113", Extended("<PowerInWatts>210</PowerInWatts>"), Extended("<power>210</power>")) { MessagePart = "use <power>" },
        new("GPX0113", Extended("<x:TrackPointExtension><x:temperature>21</x:temperature></x:TrackPointExtension>"),
            Extended("<x:TrackPointExtension>\n<x:atemp>21</x:atemp><x:hr>99</x:hr><x:cad>80</x:cad><x:speed>9</x:speed>"
                + "</x:TrackPointExtension>")) { MessagePart = "<atemp>" },
        new("GPX0113", Gpx(Point(0, "<hr>120</hr>") + Point(1, "<hr>121</hr>")), Gpx(Point(0,
            "<speed>2</speed><extensions><heartrate>120</heartrate></extensions>"))) { Count = 2, MessagePart = "not in its <extensions>" },
        new("GPX0113", Extended("<hr>120</hr>"),
            Extended("<x:TrackPointExtension><x:hr>120</x:hr></x:TrackPointExtension><HeartRate>120</HeartRate>")) { MessagePart =
                "the general tag is <heartrate>" },
        new("GPX0115", Gpx(Point(0, "<ele>--</ele>")), Gpx(Point(0, "<ele>-4.5</ele>"))) { MessagePart = "'ele' is not a number" },
        new("GPX0116", Gpx($"<trkpt><time>{Time(0)}</time></trkpt>"), GoodGpx) { MessagePart = "1 of 1 points have no position" },
        new("GPX0117", Gpx("<trkpt lat=\"46\" lon=\"8\"><time>2025-06-14T06:30Z</time></trkpt>"), GoodGpx),
        new("GPX0118", Gpx(Point(0), inTrack: "<type>motorcycling</type>"),
            Gpx(Point(0), inTrack: "<type> \n</type><type> Cycling </type>")) { MessagePart = "'motorcycling'" },
        new("GPX0118", Gpx(Point(0), inTrack: "<type>9</type>"), Gpx(Point(0), inTrack: "<type>TrailRun</type>")),
        new("GPX0114", Extended("<hAcc>4</hAcc>"),
            Extended("<distance>4</distance><heartrate>99</heartrate><cadence>90</cadence><temp>9</temp><hAcc></hAcc>")),
    ];

    private static ActivityFile By(string creator, string inside) =>
        Gpx(Point(0, inside), GpxRoot.Replace("tests", creator, StringComparison.Ordinal));

    private static ActivityFile Extended(string extensions) => Gpx(Point(0, $"<extensions>{extensions}</extensions>"));

    private static ActivityFile Plan(string content) => Text.File("a.gpx", $"{GpxRoot}{content}</gpx>");

    private static ActivityFile Prefixed() => Text.File("a.gpx", $"""
        <g:gpx version="1.1" creator="a" xmlns:g="http://www.topografix.com/GPX/1/1"><g:trk><g:trkseg>
        <g:trkpt lat="46" lon="8"><g:time>{Time(0)}</g:time></g:trkpt></g:trkseg></g:trk></g:gpx>
        """);
}
