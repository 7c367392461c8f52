using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// "For devices with a barometric altimeter the elevation data is taken as is from the file, unless it is clearly inaccurate. Otherwise
/// it is recomputed using the provided lat/lng points and an elevation database" (strava-uploads.md, "Device and Elevation Data").
/// </summary>
internal static class Elevation
{
    /// <summary>The mean error in meters that counts as clearly inaccurate: weather shifts an uncalibrated barometer by less.</summary>
    private const double MaxError = 200;

    public static Activity WithElevation(this Activity recording, Func<double, double, double?>? database)
    {
        var streams = recording.Streams;
        if (database is null || streams.Latitude.IsEmpty)
        {
            return recording;
        }

        var recomputed = Enumerable.Range(0, streams.Count).Select(point => LookUp(database, streams, point)).ToArray();
        var isAccurate = KnownDevices.HasBarometer(recording.Creator) && MeanError(streams, recomputed) <= MaxError;
        if (isAccurate || recomputed.All(float.IsNaN))
        {
            return recording;
        }

        // The device computed its ascent from the altitudes that are replaced.
        return recording with { TotalAscent = null, Streams = streams with { Altitude = [.. recomputed] } };
    }

    /// <summary>
    /// "Read directly from FIT file headers if the device includes a barometric altimeter. Otherwise ... computed from the elevation data."
    /// </summary>
    public static double FindGain(Activity recording)
    {
        var computed = ElevationGain.TotalGain(recording.Streams, FindGainThreshold(recording));
        if (KnownDevices.HasBarometer(recording.Creator))
        {
            return recording.TotalAscent ?? computed ?? 0;
        }

        return computed ?? recording.TotalAscent ?? 0;
    }

    /// <summary>Noise is removed more strictly from altitudes of a GPS receiver (strava-uploads.md, "Device and Elevation Data").</summary>
    public static double FindGainThreshold(Activity recording)
    {
        if (KnownDevices.HasBarometer(recording.Creator))
        {
            return ElevationGain.BarometerThreshold;
        }

        return ElevationGain.ReceiverThreshold;
    }

    /// <summary>NaN if the position or its elevation is unknown.</summary>
    private static float LookUp(Func<double, double, double?> database, ActivityStreams streams, int point)
    {
        if (!streams.HasPosition(point))
        {
            return float.NaN;
        }

        return (float)(database(streams.Latitude[point], streams.Longitude[point]) ?? double.NaN);
    }

    /// <summary>Meters; 0 if no point has both altitudes.</summary>
    private static double MeanError(ActivityStreams streams, float[] recomputed) => streams.Altitude
        .Zip(recomputed, (altitude, known) => Math.Abs(altitude - known)).Where(error => !float.IsNaN(error)).DefaultIfEmpty().Average();
}
