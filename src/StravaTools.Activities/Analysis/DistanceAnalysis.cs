using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>How far an activity went.</summary>
public static class DistanceAnalysis
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>
    /// Metres in all: the last recorded distance where the device recorded one, else the sum of the great circles between consecutive positions.
    /// Null if the points carry neither.
    /// </summary>
    public static double? TotalDistance(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var cumulative = Cumulative(streams);
        if (cumulative.Length == 0)
        {
            return null;
        }

        return cumulative[^1];
    }

    /// <summary>Metres since the start at each point, never falling; empty if the points carry neither distance nor position.</summary>
    public static double[] Cumulative(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (!streams.Distance.IsEmpty)
        {
            return Recorded(streams);
        }

        if (streams.Latitude.IsEmpty)
        {
            return [];
        }

        return FromPositions(streams);
    }

    /// <summary>Metres between two positions in degrees on a sphere of the earth's mean radius (haversine).</summary>
    public static double Between(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var sinLatitude = Math.Sin(double.DegreesToRadians(latitude2 - latitude1) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var a = (sinLatitude * sinLatitude)
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * sinLongitude * sinLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>
    /// Some devices count anew with each lap: a value below half of the last is a new count, while one a little below it is noise.
    /// </summary>
    private static double[] Recorded(ActivityStreams streams)
    {
        var distances = new double[streams.Count];
        var (sum, last) = (0.0, 0.0);
        for (var i = 0; i < distances.Length; i++)
        {
            // NaN compares false: a point without a distance stays where the last one was.
            var recorded = streams.Distance[i];
            if (recorded >= last || recorded < last / 2)
            {
                sum += recorded >= last ? recorded - last : recorded;
                last = recorded;
            }

            distances[i] = sum;
        }

        return distances;
    }

    private static double[] FromPositions(ActivityStreams streams)
    {
        var distances = new double[streams.Count];
        var sum = 0.0;
        var last = -1;
        for (var i = 0; i < distances.Length; i++)
        {
            if (streams.HasPosition(i))
            {
                if (last >= 0)
                {
                    sum += Between(streams.Latitude[last], streams.Longitude[last], streams.Latitude[i], streams.Longitude[i]);
                }

                last = i;
            }

            distances[i] = sum;
        }

        return distances;
    }
}
