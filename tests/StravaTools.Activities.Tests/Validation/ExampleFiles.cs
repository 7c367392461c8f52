using System.Globalization;
using StravaTools.Activities.Tests.Formats.Fit;
using static StravaTools.Activities.Tests.Formats.Fit.FitFields;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>Small files without faults, and parts for adding faults.</summary>
internal static class ExampleFiles
{
    public const string GpxRoot = "<gpx version=\"1.1\" creator=\"tests\" xmlns=\"http://www.topografix.com/GPX/1/1\">";
    public const string TcxRoot = "<TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">";

    private static readonly DateTimeOffset Start = FitBuilder.StartTime;

    public static ActivityFile GoodGpx => Gpx(Point(0) + Point(1) + Point(2));

    public static ActivityFile GoodTcx => Tcx(Trackpoint(0) + Trackpoint(1));

    public static ActivityFile GoodFit => Fit(fit => fit.RecordAt(0, Latitude(46), Longitude(8)).RecordAt(1, Latitude(46), Longitude(8)));

    public static ActivityFile GoodJson => Json();

    /// <summary>A number of seconds after 2025-06-14T06:30:00Z.</summary>
    public static string Time(double second) => Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static ActivityFile Gpx(string points, string root = GpxRoot, string inTrack = "", string afterTrack = "") =>
        Text.File("a.gpx", $"{root}<trk>{inTrack}<trkseg>\n{points}</trkseg></trk>{afterTrack}</gpx>");

    /// <summary>A track point, about ten meters north of the previous second.</summary>
    public static string Point(double second, string inside = "", double? latitude = null, double longitude = 8) => string.Create(
        CultureInfo.InvariantCulture,
        $"<trkpt lat=\"{latitude ?? (46 + (Math.Clamp(second, 0, 10_000) / 10_000)):0.000000}\" lon=\"{longitude:0.000000}\">"
            + $"<time>{Time(second)}</time>{inside}</trkpt>\n");

    public static ActivityFile Tcx(string points, string sport = "Sport=\"Biking\"", string lap = "",
        string creator = "<Creator><Name>tests</Name></Creator>", string root = TcxRoot) =>
        Text.File("a.tcx",
            $"{root}<Activities><Activity {sport}><Id>{Time(0)}</Id><Lap StartTime=\"{Time(0)}\">{lap}<Track>\n{points}</Track>"
                + $"</Lap>{creator}</Activity></Activities></TrainingCenterDatabase>");

    public static string Trackpoint(double second, string inside = "") => $"<Trackpoint><Time>{Time(second)}</Time>{inside}</Trackpoint>\n";

    /// <summary>A ride with the added messages; its session ends with the last record.</summary>
    public static ActivityFile Fit(Action<FitBuilder> add, params FitValue[] session)
    {
        var builder = FitBuilder.NewActivity();
        add(builder);
        return builder.SessionAt(0, session.Length > 0 ? session : [SessionSport(2), SessionSubSport(7)]).ToFile();
    }

    /// <summary>The minimum of a strength workout, with added or replaced fields.</summary>
    public static ActivityFile Json(
        string? version = "\"1.0\"", string? start = "\"2025-01-15T08:30:00Z\"", string? offset = "-28800", string? elapsed = "3600",
        string? sets = """{ "exercise_type": "PLANK_GENERIC", "duration": 60 }""", string? more = null)
    {
        string?[] fields =
        [
            Field("version", version), Field("start_time", start), Field("utc_offset", offset), Field("elapsed_time", elapsed),
            sets is null ? null : $"\"sets\": [ {sets} ]", more,
        ];
        return Text.File("a.json", $"{{\n{string.Join(",\n", fields.OfType<string>())}\n}}");
    }

    private static string? Field(string name, string? value) => value is null ? null : $"\"{name}\": {value}";
}
