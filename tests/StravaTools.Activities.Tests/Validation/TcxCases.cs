using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of TCX rules.</summary>
internal static class TcxCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("TCX0101", Text.File("a.tcx", TcxRoot + "<Activities></Activity>"), GoodTcx),
        new("TCX0102", Tcx("<Trackpoint><Time></Time></Trackpoint>"), GoodTcx),
        new("TCX0103", Tcx(""), GoodTcx) { HasPlace = false },
        new("TCX0104", Text.File("a.tcx", "<!DOCTYPE a>" + TcxRoot + "</TrainingCenterDatabase>"), GoodTcx),
        new("TCX0105", Tcx(Trackpoint(0, At("undefined"))), GoodTcx),
        new("TCX0115", Tcx(Trackpoint(0, "<AltitudeMeters>NaN</AltitudeMeters>")), GoodTcx),
        new("TCX0117", Tcx("<Trackpoint><Time>20250614T063000Z</Time></Trackpoint>"), GoodTcx),
        new("TCX0106", Tcx(Trackpoint(0, At("-91"))), Tcx(Trackpoint(0, At("-89")))),
        new("TCX0107", Tcx("<Trackpoint><Time>null</Time></Trackpoint>"), GoodTcx),
        new("TCX0108",
            Text.File("a.tcx",
                $"{TcxRoot}<Activity Sport=\"Biking\"><Lap StartTime=\"+052870-03-11T09:39:10.000Z\">{Trackpoint(0)}</Lap></Activity>"
                    + "</TrainingCenterDatabase>"), GoodTcx),
        new("TCX0109", Tcx(Trackpoint(0, "<AltitudeMeters>9</AltitudeMeters>"), creator: By("Device (Barometer)")),
            Tcx(Trackpoint(0, "<AltitudeMeters>9</AltitudeMeters>"), creator: By("My Awesome Device with barometer"))),
        new("TCX0110", Tcx(Trackpoint(0), root: "<TrainingCenterDatabase>"), GoodTcx) { MessagePart = "namespace is missing" },
        new("TCX0110", Tcx(Trackpoint(0), root: TcxRoot.Replace("v2", "v1", StringComparison.Ordinal)), GoodTcx) { MessagePart = "/v1'" },
        new("TCX0111", Tcx(Trackpoint(0), "Sport=\"Rowing\""), Tcx(Trackpoint(0), "Sport=\"hiking\"")) { MessagePart = "'Rowing'" },
        new("TCX0111", Tcx(Trackpoint(0), ""), GoodTcx) { MessagePart = "no Sport" },
        new("TCX0112", Tcx(Trackpoint(0), creator: ""), GoodTcx),
        new("TCX0113", Extended("<Power>210</Power>"), Extended("<watts>210</watts>")) { MessagePart = "<Watts>" },
        new("TCX0113", Extended("<Temperature>20</Temperature>"),
            Extended("<RunCadence>80</RunCadence>")) { MessagePart = "TCX has no temperature" },
        new("TCX0113", Tcx(Trackpoint(0, "<HeartRateBpm>135</HeartRateBpm>") + Trackpoint(1, "<HeartRateBpm>136</HeartRateBpm>")),
            Tcx(Trackpoint(0, "<HeartRateBpm><Value>135</Value></HeartRateBpm>"))) { Count = 2, MessagePart = "<Value>" },
        new("TCX0118", Tcx(Trackpoint(0), lap: "<TotalTimeSeconds>-1</TotalTimeSeconds>"),
            Tcx(Trackpoint(0), lap: "<TotalTimeSeconds>0</TotalTimeSeconds>")),
        new("TCX0116", Tcx(Trackpoint(0), "Sport=\" other\""), Tcx(Trackpoint(0), "Sport=\"walking\"")),
        new("TCX0114", Tcx(Trackpoint(0, "<HeartRateBpm>\n undefined</HeartRateBpm>")),
            Tcx(Trackpoint(0, "<HeartRateBpm>\n</HeartRateBpm>")))
        {
            MessagePart = "text that is not a number",
        },
        new("TCX0114", Extended("<StrokeRate>28</StrokeRate>"), Extended("<Speed>3</Speed>")),
    ];

    private static string At(string latitude) =>
        $"<Position><LatitudeDegrees>{latitude}</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees></Position>";

    private static string By(string creator) => $"<Creator><Name>{creator}</Name></Creator>";

    private static ActivityFile Extended(string extensions) => Tcx(Trackpoint(0, $"<Extensions>\n<TPX>\n{extensions}</TPX></Extensions>"));
}
