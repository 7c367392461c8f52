using StravaTools.Activities.Model;

namespace StravaTools.FakeStrava.Processing;

/// <summary>
/// "For devices with a barometric altimeter the elevation data is taken as is from the file, unless it is clearly inaccurate. Otherwise it is recomputed
/// using the provided lat/lng points and an elevation database" (strava-uploads.md, "Device and Elevation Data").
/// </summary>
internal static class Elevation
{
    /// <summary>Metres on average, and clearly inaccurate: the weather moves a barometer that nobody calibrated by less.</summary>
    private const double Inaccurate = 200;

    public static Activity WithElevation(this Activity file, Func<double, double, double?>? database)
    {
        if (database is null || file.Streams.Latitude.IsEmpty)
        {
            return file;
        }

        var points = file.Streams;
        var recomputed = Enumerable.Range(0, points.Count)
            .Select(point => points.HasPosition(point) ? (float)(database(points.Latitude[point], points.Longitude[point]) ?? double.NaN) : float.NaN).ToArray();
        var isFine = KnownDevices.HasBarometer(file.Creator) && !IsInaccurate(points, recomputed);
        // The device's ascent is no better than the altitudes it was made of.
        if (isFine || recomputed.All(float.IsNaN))
        {
            return file;
        }

        return file with { TotalAscent = null, Streams = points with { Altitude = [.. recomputed] } };
    }

    private static bool IsInaccurate(ActivityStreams points, float[] right) =>
        points.Altitude.Zip(right, (altitude, known) => Math.Abs(altitude - known)).Where(error => !float.IsNaN(error)).DefaultIfEmpty().Average() > Inaccurate;
}
