using System.Globalization;
using System.IO.Compression;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>Small activity files, written from the formats' specifications.</summary>
internal static class TestFiles
{
    /// <summary>The example of strava-uploads.md, "Example File", shortened.</summary>
    public const string StrengthJson = """
        {
          "version": "1.0", "start_time": "2025-01-15T16:30:00Z", "utc_offset": -28800, "elapsed_time": 3600, "active_time": 2400,
          "total_calories": 450, "creator": { "name": "My App" },
          "streams": { "time": [0, 60, 120], "active": [true, true, false], "heartrate": [72, 95, 110] },
          "sets": [ { "exercise_type": "BARBELL_BENCH_PRESS", "repetitions": 10, "weight": 60.0 } ]
        }
        """;

    private const string GpxPoints = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1";

    /// <summary>
    /// Heads north from 47 N 8 E by 0.0001 degree (11.12 m) every 5 s, climbing 1 m each, with heart rate 100, 101 ...
    /// </summary>
    public static byte[] Gpx(string start = "2025-05-01T07:00:00Z", int points = 21, string? type = "running", bool times = true)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"<gpx version='1.1' creator='Test with barometer' xmlns='http://www.topografix.com/GPX/1/1' xmlns:x='{GpxPoints}'><trk>");
        text.Append(type is null ? "" : $"<type>{type}</type>").Append("<trkseg>");
        var begin = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        for (var i = 0; i < points; i++)
        {
            var time = times ? $"<time>{begin.AddSeconds(5 * i).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</time>" : "";
            text.Append(CultureInfo.InvariantCulture, $"<trkpt lat='{47 + (i * 0.0001):0.0000}' lon='8'><ele>{400 + i}</ele>{time}");
            text.Append(CultureInfo.InvariantCulture,
                $"<extensions><x:TrackPointExtension><x:hr>{100 + i}</x:hr></x:TrackPointExtension></extensions></trkpt>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</trkseg></trk></gpx>").ToString());
    }

    /// <summary>A ride of 10 s on a trainer: no positions, 200 W and 210 W, a custom field.</summary>
    public static byte[] Tcx(string start = "2025-05-01T18:00:00Z", bool points = true)
    {
        var begin = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        string Point(int seconds, int metres, int watts) => $"""
            <Trackpoint><Time>{begin.AddSeconds(seconds).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</Time>
            <DistanceMeters>{metres}</DistanceMeters>
            <Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
            <Watts>{watts}</Watts></TPX></Extensions></Trackpoint>
            """;
        return Encoding.UTF8.GetBytes($"""
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Biking">
            <Id>{start}</Id><Extensions><dfb>8</dfb></Extensions>
            <Lap StartTime="{start}"><TotalTimeSeconds>10</TotalTimeSeconds><DistanceMeters>80</DistanceMeters>
            {(points ? $"<Track>{Point(0, 0, 200)}{Point(5, 40, 200)}{Point(10, 80, 210)}</Track>" : "")}
            </Lap></Activity></Activities></TrainingCenterDatabase>
            """);
    }

    /// <summary>A FIT file of an activity.</summary>
    public static byte[] Fit(Activity activity)
    {
        using var file = new MemoryStream();
        ActivityWriter.Write(file, ActivityFileFormat.Fit, activity, cancellationToken: TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
