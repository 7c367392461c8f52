using System.Collections.Immutable;
using StravaTools.Activities;
using StravaTools.Activities.Model;

namespace Fuzz;

/// <summary>The seed files of the fuzzer: the corpus if available, the module's samples, and a generated file of each format.</summary>
internal static class FuzzFiles
{
    private const int Largest = 100 * 1024;

    public static string[] XmlWords { get; } =
    [
        "<trkpt lat=\"1\" lon=\"2\">", "</trkpt>", "<time>2026-02-30T25:61:61Z</time>", "<time>0001-01-01T00:00:00+14:00</time>",
        "<time>9999-12-31T23:59:59.9999999-14:00</time>", "<ele>1e308</ele>", "<ele>-1e-308</ele>", "<ele>NaN</ele>", "<!--", "-->",
            "<![CDATA[", "]]>",
        "<!DOCTYPE gpx [<!ENTITY a \"b\">]>", "&a;", "&#x0;", "&#xD800;", "&amp;", "&lt;", "<?xml version=\"1.1\" encoding=\"utf-16\"?>",
            "<?x?>",
        "xmlns:a=\"b\"", "<a:hr>999</a:hr>", "<hr>-1</hr>", "<cad>256</cad>", "<extensions>", "</extensions>", "<Lap StartTime=\"\">",
            "<Lap>", "</Lap>",
        "<Activity Sport=\"\">", "</Activity>", "<Trackpoint>", "</Trackpoint>", "<Time/>", "<Extensions><Lap>1</Lap></Extensions>",
            "<Course>",
        "<TotalTimeSeconds>1e300</TotalTimeSeconds>", "<TotalTimeSeconds>-5</TotalTimeSeconds>",
            "<DistanceMeters>Infinity</DistanceMeters>",
        "<Calories>99999999999</Calories>", "\0", "\uFEFF", "\u0085", "\r\n", "<a><a><a><a>", "</a></a></a></a>", "<gpx>", "</gpx>",
            "lat=\"90.1\"", "lon='180'",
    ];

    public static string[] JsonWords { get; } =
    [
        "{", "}", "[", "]", ",", ":", "null", "true", "-0", "1e999", "1.5", "99999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"",
            "\"version\":\"1.0\",",
        "\"streams\":{\"time\":[0,1],\"heartrate\":[null]},", "\"sets\":[],", "\"start_time\":\"2026-01-01T00:00:00\",",
            "\"utc_offset\":50400,",
        "\"utc_offset\":-99999999,", "\"elapsed_time\":-1,", "\"elapsed_time\":2147483647,", "/*x*/", "\"exercise_type\":\"SQUAT\"",
            "{\"sets\":[{\"duration\":-5}]}",
        "\uFEFF", "\"start_time\":\"9999-12-31T23:59:59Z\",", "\"weight\":1e308",
    ];

    public static IReadOnlyList<byte[]> Of(ActivityFileFormat format) => [.. All.Where(file => file.Format == format)
        .Select(file => file.Content.ToArray()).Where(bytes => bytes.Length is > 0 and <= Largest)];

    /// <summary>Computed as documented.</summary>
    public static ushort FitCrc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }
        }

        return (ushort)crc;
    }

    private static IReadOnlyList<ActivityFile> All { get; } =
        [.. OnDisk().Select(path => ActivityFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path))), .. Made()];

    private static IEnumerable<string> OnDisk()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent;
        }

        var samples = folder is null ? [] : Directory.GetFiles(Path.Combine(folder.FullName, "module", "samples"));
        var corpus = Corpus.Root is { } root ? Directory.GetFiles(root, "*", SearchOption.AllDirectories) : [];
        return samples.Concat(corpus).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<ActivityFile> Made()
    {
        foreach (var format in Enum.GetValues<ActivityFileFormat>())
        {
            using var stream = new MemoryStream();
            ActivityWriter.Write(stream, format, Everything);
            yield return ActivityFile.FromBytes("made", stream.ToArray());
        }
    }

    /// <summary>An activity with every kind of data.</summary>
    private static Activity Everything => new()
    {
        Sport = "cycling/road",
        SportType = SportType.Parse("Ride"),
        Name = "Fuzz",
        Creator = "garmin 1",
        StartTime = Start,
        ElapsedTime = TimeSpan.FromSeconds(5),
        TimerTime = TimeSpan.FromSeconds(4),
        Distance = 20,
        PoolLength = 25,
        Laps = [new(Start, TimeSpan.FromSeconds(3), null, 10), new(Start.AddSeconds(3), TimeSpan.FromSeconds(2), null, 10)],
        Sets = [new("28/1", 8, 60, TimeSpan.FromSeconds(4), Start), new(null, null, null, TimeSpan.FromSeconds(9), Start, IsRest: true)],
        Lengths = [new(Start, TimeSpan.FromSeconds(2), true, "freestyle", 12)],
        Splits = [new("climb_active", Start, TimeSpan.FromSeconds(1))],
        TimerEvents = [new(Start, true, "manual"), new(Start.AddSeconds(5), false, "auto")],
        HeartRateSamples = [new(Start, 100), new(Start.AddSeconds(0.6), 101), new(Start.AddSeconds(1.4), 102)],
        CustomFields = ImmutableDictionary<string, string>.Empty.Add("rpe", "8").Add("mood", "good").Add("load", "1.5 kg"),
        Streams = new()
        {
            Count = 5,
            Origin = Start,
            Time = [0, 1, 2.5, 3, 5],
            Latitude = [45, 45.0001, double.NaN, 45.0003, 45.0004],
            Longitude = [6, 6.0001, double.NaN, 6.0003, 6.0004],
            Altitude = [400, 401, 402, 403, 404],
            Distance = [0, 5, 10, 15, 20],
            Speed = [4, 4, 4, 4, 4],
            HeartRate = [float.NaN, 110, 111, 112, 113],
            Cadence = [80, 80, 80, 80, 80],
            Power = [200, 201, 202, 203, 204],
            Temperature = [20, 20, 20, 21, 21],
        },
    };

    private static DateTimeOffset Start => new(2026, 5, 4, 6, 30, 0, TimeSpan.FromHours(2));
}
