using System.Globalization;
using System.Text;

namespace Benchmarks.Rides;

/// <summary>Rides in the GPX styles of Garmin Connect and Strava, and in the TCX style of Garmin Connect.</summary>
internal static class XmlRides
{
    /// <summary>Rides of one to five hours up to the size: alternately Garmin's with sensor data and Strava's without.</summary>
    public static IReadOnlyList<byte[]> GpxMix(int size) =>
        Mix(size, (seconds, seed) => seed % 2 == 0 ? GarminGpx(seconds, seed) : StravaGpx(seconds, seed));

    /// <summary>Rides of one to five hours up to the size.</summary>
    public static IReadOnlyList<byte[]> TcxMix(int size) => Mix(size, Tcx);

    private static List<byte[]> Mix(int size, Func<int, int, IEnumerable<string>> write)
    {
        var rides = new List<byte[]>();
        for (var seed = 1; rides.Sum(ride => (long)ride.Length) < size; seed++)
        {
            rides.Add(Encoding.UTF8.GetBytes(string.Concat(write(3600 + (seed * 2711 % 14_400), seed))));
        }

        return rides;
    }

    /// <summary>About 350 bytes per point.</summary>
    public static IEnumerable<string> GarminGpx(int seconds, int seed)
    {
        yield return """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx creator="Garmin Connect" version="1.1"
              xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/11.xsd"
              xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"
              xmlns="http://www.topografix.com/GPX/1/1"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns2="http://www.garmin.com/xmlschemas/GpxExtensions/v3">
              <metadata>
                <time>2025-06-14T06:00:00.000Z</time>
              </metadata>
              <trk>
                <name>Tour du lac d'Annecy à vélo</name>
                <type>cycling</type>
                <trkseg>

            """;
        foreach (var point in Ride.Points(seconds, seed))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"""
                      <trkpt lat="{Exact(Semicircles(point.Latitude))}" lon="{Exact(Semicircles(point.Longitude))}">
                        <ele>{Exact((float)Math.Round(point.Altitude, 1))}</ele>
                        <time>{Time(point)}.000Z</time>
                        <extensions>
                          <ns3:TrackPointExtension>
                            <ns3:atemp>{point.Temperature}.0</ns3:atemp>
                            <ns3:hr>{point.HeartRate}</ns3:hr>
                            <ns3:cad>{point.Cadence}</ns3:cad>
                          </ns3:TrackPointExtension>
                        </extensions>
                      </trkpt>

                """);
        }

        yield return "    </trkseg>\n  </trk>\n</gpx>\n";
    }

    /// <summary>About 120 bytes per point.</summary>
    public static IEnumerable<string> StravaGpx(int seconds, int seed)
    {
        yield return """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx creator="StravaGPX" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd" version="1.1"
            xmlns="http://www.topografix.com/GPX/1/1">
             <metadata>
              <time>2025-06-14T06:00:00Z</time>
             </metadata>
             <trk>
              <name>Morning Ride</name>
              <type>cycling</type>
              <trkseg>

            """;
        foreach (var point in Ride.Points(seconds, seed))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"""
                   <trkpt lat="{point.Latitude:F7}" lon="{point.Longitude:F7}">
                    <ele>{point.Altitude:F1}</ele>
                    <time>{Time(point)}Z</time>
                   </trkpt>

                """);
        }

        yield return "  </trkseg>\n </trk>\n</gpx>\n";
    }

    /// <summary>About 720 bytes per point.</summary>
    public static IEnumerable<string> Tcx(int seconds, int seed)
    {
        yield return """
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase
              xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2
                http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd"
              xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2"
              xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Activities>
                <Activity Sport="Biking">
                  <Id>2025-06-14T06:00:00.000Z</Id>
                  <Lap StartTime="2025-06-14T06:00:00.000Z">
                    <TotalTimeSeconds>3600.0</TotalTimeSeconds>
                    <DistanceMeters>30000.0</DistanceMeters>
                    <Calories>800</Calories>
                    <Intensity>Active</Intensity>
                    <TriggerMethod>Manual</TriggerMethod>
                    <Track>

            """;
        foreach (var point in Ride.Points(seconds, seed))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"""
                          <Trackpoint>
                            <Time>{Time(point)}.000Z</Time>
                            <Position>
                              <LatitudeDegrees>{Semicircles(point.Latitude)}</LatitudeDegrees>
                              <LongitudeDegrees>{Semicircles(point.Longitude)}</LongitudeDegrees>
                            </Position>
                            <AltitudeMeters>{(double)(float)point.Altitude}</AltitudeMeters>
                            <DistanceMeters>{(double)(float)Math.Round(point.Distance, 2)}</DistanceMeters>
                            <HeartRateBpm>
                              <Value>{point.HeartRate}</Value>
                            </HeartRateBpm>
                            <Cadence>{point.Cadence}</Cadence>
                            <Extensions>
                              <ns3:TPX>
                                <ns3:Speed>{(double)(float)Math.Round(point.Speed, 3)}</ns3:Speed>
                                <ns3:Watts>{point.Power}</ns3:Watts>
                              </ns3:TPX>
                            </Extensions>
                          </Trackpoint>

                """);
        }

        yield return """
                    </Track>
                  </Lap>
                  <Creator xsi:type="Device_t">
                    <Name>Edge 1040</Name>
                  </Creator>
                </Activity>
              </Activities>
            </TrainingCenterDatabase>

            """;
    }

    /// <summary>A position with the resolution of a device: 2^31 steps per 180 degrees.</summary>
    private static double Semicircles(double degrees) => Math.Round(degrees * 0x80000000 / 180) * (180.0 / 0x80000000);

    /// <summary>Garmin writes GPX with all digits of a binary number: 52.157762758433818817138671875.</summary>
    private static string Exact(double value) => value.ToString("F40", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.');

    private static string Time(RidePoint point) =>
        Ride.Start.AddSeconds(point.Second).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
