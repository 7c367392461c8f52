using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Conformance.Support;

/// <summary>Activity files as the documents describe them.</summary>
internal static class Files
{
    /// <summary>The example file of strength training from the document, without optional parts.</summary>
    public const string SmallestStrength = """
        {"version":"1.0","start_time":"2025-01-15T08:30:00Z","utc_offset":-28800,"elapsed_time":3600,
        "sets":[{"exercise_type":"PLANK_GENERIC"}]}
        """;

    /// <summary>A point every 5 s, with the content and the position that the functions return. Each step is 11.12 m.</summary>
    public static byte[] Gpx(
        int points = 20, string creator = "Test", string? type = "running", string start = "2025-05-01T07:00:00Z",
        Func<int, string>? content = null, Func<int, int>? step = null)
    {
        var first = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        var lines = Enumerable.Range(0, points).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"<trkpt lat='{47 + ((step?.Invoke(i) ?? i) * 0.0001):0.0000}' "
                + $"lon='8'>{content?.Invoke(i)}<time>{first.AddSeconds(5 * i):yyyy-MM-dd'T'HH:mm:ss'Z'}</time></trkpt>"));
        var sport = type is null ? "" : $"<type>{type}</type>";
        return Utf8(
            $"<gpx version='1.1' creator='{creator}' xmlns='http://www.topografix.com/GPX/1/1'>"
                + $"<trk>{sport}<trkseg>{string.Concat(lines)}</trkseg></trk></gpx>");
    }

    /// <summary>
    /// A ride with three points that follows the schema of version 2, with content for the activity and an extension for the points.
    /// </summary>
    public static byte[] Tcx(string activity = "", string tpx = "<Watts>200</Watts>", Func<int, int>? metres = null)
    {
        var points = Enumerable.Range(0, 10).Select(i => $"""
            <Trackpoint><Time>2025-05-01T18:00:{i * 5:00}Z</Time>
            <Position><LatitudeDegrees>47.00{i}</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees></Position>
            <AltitudeMeters>{metres?.Invoke(i) ?? 400}</AltitudeMeters>
            <Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">{tpx}</TPX></Extensions></Trackpoint>
            """);
        return Utf8($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Biking">
            <Id>2025-05-01T18:00:00Z</Id><Lap StartTime="2025-05-01T18:00:00Z"><TotalTimeSeconds>45</TotalTimeSeconds>
            <Track>{string.Concat(points)}</Track></Lap>{activity}</Activity></Activities></TrainingCenterDatabase>
            """);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Gunzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
