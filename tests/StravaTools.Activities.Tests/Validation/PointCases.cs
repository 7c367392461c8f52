using StravaTools.Activities.Tests.Formats.Fit;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;
using static StravaTools.Activities.Tests.Validation.ExampleFiles;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Cases of rules about the points of any format: times, positions, and sensors, on both sides of each threshold.</summary>
internal static class PointCases
{
    private const int Day = 86_400;

    public static IReadOnlyList<RuleCase> All { get; } = [.. Times, .. Positions, .. Sensors];

    private static IEnumerable<RuleCase> Times =>
    [
        new("GEN0201", Gpx(Point(0) + Point(5) + Point(4) + Point(6) + Point(3)),
            Gpx(Point(0) + Point(5) + Point(5) + Point(6))) { Count = 2 },
        new("GEN0202", Gpx(Still(20) + Point(5)), Gpx(Still(19) + Point(5))) { Count = 19 },
        new("GEN0202", Gpx(Still(3)), Gpx(Still(2))) { Count = 3, MessagePart = "All points" },
        new("GEN0203", Gpx(Point(0) + Point(Day + 1)), Gpx(Point(0) + Point(Day))),
        new("GEN0204", Gpx(At("1999-12-31T23:59:59Z")), Gpx(At("2000-01-01T00:00:00Z"))) { MessagePart = "'1999-12-31T23:59:59+00:00'" },
        new("GEN0204", Json(start: "\"1970-01-01T00:00:00Z\""), GoodJson) { HasPlace = false },
        new("GEN0205", Gpx(At("2026-01-15T12:15:01Z")), Gpx(At("2026-01-15T12:15:00Z"))) { MessagePart = "'2026-01-15T12:15:01+00:00'" },
        new("GEN0205", Json(start: "\"2026-02-01T00:00:00Z\""), GoodJson) { HasPlace = false },
        new("GEN0206", Gpx(Point(0) + Point(1) + Point(1) + Point(2)), GoodGpx),
        new("GEN0206", Gpx(Many(36) + Point(36) + Point(36) + Point(36) + Point(36)),
            Gpx(Many(37) + Point(37) + Point(37) + Point(37))) { Count = 3 },
    ];

    private static IEnumerable<RuleCase> Positions =>
    [
        new("FIT0110", Fit(fit => fit.RecordAt(0, Latitude(120), Longitude(8))), GoodFit),
        new("GEN0301", Gpx(Point(0, latitude: 0, longitude: 0) + Point(1)), Gpx(Point(0, latitude: 0.00002, longitude: 0) + Point(1))),
        new("GEN0302", Gpx(Point(0) + Point(1, latitude: 46.01) + Point(2)),
            Gpx(Point(0) + Point(12, latitude: 46.01) + Point(24))) { Count = 2 },
        new("GEN0302", Gpx(Point(0, longitude: 8) + Point(9, latitude: 46, longitude: 8.0131)),
            Gpx(Point(0, longitude: 8) + Point(9, latitude: 46, longitude: 8.0128))),
        new("GEN0302", Gpx(Point(0, latitude: 0, longitude: 179.9) + Point(1, latitude: 0, longitude: -179.9)),
            Gpx(Point(0, latitude: 0, longitude: 179.999) + Point(1, latitude: 0, longitude: -179.999))),
    ];

    private static IEnumerable<RuleCase> Sensors =>
    [
        new("GEN0303", Fit(fit => fit.RecordAt(0, EnhancedSpeed(100.5))), Fit(fit => fit.RecordAt(0, EnhancedSpeed(100)))),
        new("GEN0304", Fit(Ten, SessionSport(1), Total(4501), TotalElapsedTime(600)),
            Fit(Ten, SessionSport(1), Total(4500), TotalElapsedTime(600))) { MessagePart = "27 km/h" },
        new("GEN0304", Fit(Ten, SessionSport(1), Total(20_000), TotalElapsedTime(600)),
            Fit(Ten, SessionSport(1), Total(20_000), TotalElapsedTime(599))),
        new("GEN0304", Fit(Ten, SessionSport(5), Total(2000), TotalElapsedTime(600)),
            Fit(Ten, SessionSport(2), Total(2000), TotalElapsedTime(600))),
        new("GEN0401", Gpx(Point(0, Heart(251))), Gpx(Point(0, Heart(250)))) { MessagePart = "'251'" },
        new("GEN0401", Gpx(Point(0, Heart(19)) + Point(1, Heart(1))), Gpx(Point(0, Heart(20)) + Point(1, Heart(0)))) { Count = 2 },
        new("GEN0401", Gpx(string.Concat(Enumerable.Range(0, 60).Select(i => Point(i, Heart(i == 33 ? 251 : 150))))),
            Gpx(string.Concat(Enumerable.Range(0, 60).Select(i => Point(i, i == 33 ? "" : Heart(250)))))),
        new("GEN0402", Gpx(Point(0, "<ele>9001</ele>")), Gpx(Point(0, "<ele>9000</ele>"))),
        new("GEN0402", Gpx(Point(0, "<ele>-500</ele>")), Gpx(Point(0, "<ele>-499</ele>"))),
        new("GEN0403", Tcx(Far(100) + Far(89.9)), Tcx(Far(100) + Far(90) + Trackpoint(2) + Far(95))),
        new("GEN0403", Tcx(Far(100) + Far(0) + Far(1)), Tcx(Far(50) + Far(100) + Far(0))),
    ];

    private static void Ten(FitBuilder fit) => fit.RecordAt(0).RecordAt(10);

    private static FitValue Total(double metres) => new(9, FitType.UInt32, metres * 100);

    private static string Still(int points) => string.Concat(Enumerable.Range(0, points).Select(i => Point(0, latitude: 46 + (i / 1e5))));

    private static string Many(int points) => string.Concat(Enumerable.Range(0, points).Select(i => Point(i)));

    private static string At(string time) => $"<trkpt lat=\"46\" lon=\"8\"><time>{time}</time></trkpt>";

    private static string Heart(int beats) => $"<extensions><hr>{beats}</hr></extensions>";

    private static string Far(double metres) =>
        FormattableString.Invariant($"<Trackpoint><Time>{Time(0)}</Time><DistanceMeters>{metres}</DistanceMeters></Trackpoint>");
}
