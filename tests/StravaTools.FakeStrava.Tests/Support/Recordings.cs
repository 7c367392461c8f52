using System.Globalization;
using System.Text;
using StravaTools.Activities.Analysis;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>Recordings with all figures of activities.</summary>
internal static class Recordings
{
    /// <summary>
    /// A TCX of 3.3 km: a point every 5 s, 15 m further north and 0.5 m higher, with heart rate, cadence, power, and two laps.
    /// </summary>
    public static byte[] Tcx(string sport = "Running", string start = "2025-05-01T07:00:00Z", int points = 221, int secondsEach = 5)
    {
        var begin = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        var text = new StringBuilder(
            """<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>""");
        text.Append(CultureInfo.InvariantCulture, $"<Activity Sport=\"{sport}\"><Id>{start}</Id>");
        for (var lap = 0; lap < 2; lap++)
        {
            var (first, last) = (lap == 0 ? 0 : points / 2, lap == 0 ? points / 2 : points);
            var lapStart = Iso(begin.AddSeconds(secondsEach * first));
            text.Append(CultureInfo.InvariantCulture,
                $"<Lap StartTime=\"{lapStart}\"><TotalTimeSeconds>{(last - first) * secondsEach}</TotalTimeSeconds>");
            text.Append(CultureInfo.InvariantCulture, $"<DistanceMeters>{(last - first) * 15}</DistanceMeters><Track>");
            for (var i = first; i < last; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"""
                    <Trackpoint><Time>{Iso(begin.AddSeconds(secondsEach * i))}</Time>
                    <Position><LatitudeDegrees>{47.12345 + (i * 15 / 111195.0):0.00000000}</LatitudeDegrees>
                    <LongitudeDegrees>8.54321</LongitudeDegrees></Position>
                    <AltitudeMeters>{400 + (i * 0.5)}</AltitudeMeters><DistanceMeters>{i * 15}</DistanceMeters>
                    <HeartRateBpm><Value>{100 + (i % 95)}</Value></HeartRateBpm><Cadence>86</Cadence>
                    <Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
                    <Watts>{(i % 10) * 40}</Watts></TPX></Extensions></Trackpoint>
                    """);
            }

            text.Append("</Track></Lap>");
        }

        text.Append("<Creator><Name>Test with barometer</Name></Creator></Activity></Activities></TrainingCenterDatabase>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// A TCX of an indoor ride with a point per second and the given seconds at each heart rate and each power, one after the other.
    /// Both sums must be the same.
    /// </summary>
    public static byte[] ZonesTcx((int Seconds, int Value)[] heartRates, (int Seconds, int Value)[] watts)
    {
        int[] beats = [.. heartRates.SelectMany(zone => Enumerable.Repeat(zone.Value, zone.Seconds))];
        int[] power = [.. watts.SelectMany(zone => Enumerable.Repeat(zone.Value, zone.Seconds))];
        var begin = new DateTimeOffset(2025, 5, 1, 7, 0, 0, TimeSpan.Zero);
        var text = new StringBuilder(
            """<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>""");
        text.Append(CultureInfo.InvariantCulture, $"<Activity Sport=\"Biking\"><Id>{Iso(begin)}</Id><Lap StartTime=\"{Iso(begin)}\">");
        text.Append(CultureInfo.InvariantCulture,
            $"<TotalTimeSeconds>{beats.Length}</TotalTimeSeconds><DistanceMeters>0</DistanceMeters><Track>");
        for (var second = 0; second <= beats.Length; second++)
        {
            // The time that ends at a point counts for the point's values, so those of the first point do not matter.
            var interval = Math.Max(0, second - 1);
            text.Append(CultureInfo.InvariantCulture, $"""
                <Trackpoint><Time>{Iso(begin.AddSeconds(second))}</Time><HeartRateBpm><Value>{beats[interval]}</Value></HeartRateBpm>
                <Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
                <Watts>{power[interval]}</Watts></TPX></Extensions></Trackpoint>
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("</Track></Lap></Activity></Activities></TrainingCenterDatabase>").ToString());
    }

    /// <summary>A segment on the route of <see cref="Tcx"/>, from point 20 to point 90: 1050 m.</summary>
    public static FakeSegment Segment { get; } = new()
    {
        Polyline = Polyline.Encode([new(47.12345 + (20 * 15 / 111195.0), 8.54321), new(47.12345 + (90 * 15 / 111195.0), 8.54321)]),
        City = "Oakland",
        State = "CA",
        Country = "United States",
        AverageGrade = 3.3,
        MaximumGrade = 4,
        ElevationLow = 410,
        ElevationHigh = 445,
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
