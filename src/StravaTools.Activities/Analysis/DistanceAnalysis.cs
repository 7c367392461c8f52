using StravaTools.Activities.Model;

namespace StravaTools.Activities.Analysis;

/// <summary>The distance of an activity.</summary>
public static class DistanceAnalysis
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Degrees. Below it, the first two terms of the series of sine and arcsine are exact to the last bits of a double.</summary>
    private const double SmallAngle = 0.01;

    /// <summary>
    /// The distance in meters: the last recorded distance if the device recorded one, otherwise the sum of the great-circle distances
    /// between consecutive positions. Null if the points have neither.
    /// </summary>
    public static double? TotalDistance(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (streams.Count == 0 || (streams.Distance.IsEmpty && streams.Latitude.IsEmpty))
        {
            return null;
        }

        return AddUp(streams, []);
    }

    /// <summary>
    /// The meters since the start at each point, never decreasing; empty if the points have neither distance nor position.
    /// </summary>
    public static double[] Cumulative(ActivityStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        if (streams.Distance.IsEmpty && streams.Latitude.IsEmpty)
        {
            return [];
        }

        var cumulative = new double[streams.Count];
        AddUp(streams, cumulative);
        return cumulative;
    }

    /// <summary>
    /// The distance in meters between two positions in degrees, on a sphere with the mean radius of the earth (haversine).
    /// </summary>
    public static double Between(double latitude1, double longitude1, double latitude2, double longitude2) =>
        Haversine(latitude2 - latitude1, longitude2 - longitude1, CosineOf(latitude1) * CosineOf(latitude2));

    private static double AddUp(ActivityStreams streams, Span<double> cumulative)
    {
        if (streams.Distance.IsEmpty)
        {
            return AddUpPositions(streams, cumulative);
        }

        return AddUpRecorded(streams, cumulative);
    }

    /// <summary>
    /// Some devices start again with each lap: a value below half of the last one is a new start, while a slightly lower value is noise.
    /// </summary>
    /// <param name="streams">The points.</param>
    /// <param name="cumulative">Receives the sum at each point; empty if only the total is needed.</param>
    private static double AddUpRecorded(ActivityStreams streams, Span<double> cumulative)
    {
        var (sum, last) = (0.0, 0.0);
        for (var i = 0; i < streams.Count; i++)
        {
            // NaN compares false: a point without a distance keeps that of the last one.
            var recorded = streams.Distance[i];
            if (recorded >= last || recorded < last / 2)
            {
                var isNewStart = recorded < last;
                sum += isNewStart ? recorded : recorded - last;
                last = recorded;
            }

            if (i < cumulative.Length)
            {
                cumulative[i] = sum;
            }
        }

        return sum;
    }

    /// <summary>Each position is compared with the last known one.</summary>
    private static double AddUpPositions(ActivityStreams streams, Span<double> cumulative)
    {
        var sum = 0.0;
        var last = -1;
        var direction = default(LatitudeDirection);
        for (var i = 0; i < streams.Count; i++)
        {
            if (streams.HasPosition(i))
            {
                if (last < 0)
                {
                    direction = LatitudeDirection.FromDegrees(streams.Latitude[i]);
                }
                else
                {
                    var latitudes = streams.Latitude[i] - streams.Latitude[last];
                    var longitudes = streams.Longitude[i] - streams.Longitude[last];
                    var lastCosine = direction.Cosine;
                    direction = direction.MoveTo(streams.Latitude[i], latitudes);
                    sum += Haversine(latitudes, longitudes, lastCosine * direction.Cosine);
                }

                last = i;
            }

            if (i < cumulative.Length)
            {
                cumulative[i] = sum;
            }
        }

        return sum;
    }

    private static double CosineOf(double latitude) => Math.Cos(double.DegreesToRadians(latitude));

    private static double Haversine(double latitudes, double longitudes, double cosines)
    {
        if (Math.Abs(latitudes) < SmallAngle && Math.Abs(longitudes) < SmallAngle)
        {
            return HaversineOfNeighbors(double.DegreesToRadians(latitudes) / 2, double.DegreesToRadians(longitudes) / 2, cosines);
        }

        var sinLatitude = Math.Sin(double.DegreesToRadians(latitudes) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(longitudes) / 2);
        var a = (sinLatitude * sinLatitude) + (cosines * sinLongitude * sinLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>The same without trigonometric functions. Consecutive points of a recording are a few meters apart.</summary>
    private static double HaversineOfNeighbors(double halfLatitude, double halfLongitude, double cosines)
    {
        var sinLatitude = halfLatitude - (halfLatitude * halfLatitude * halfLatitude / 6);
        var sinLongitude = halfLongitude - (halfLongitude * halfLongitude * halfLongitude / 6);
        var sine = Math.Sqrt((sinLatitude * sinLatitude) + (cosines * sinLongitude * sinLongitude));
        return 2 * EarthRadius * (sine + (sine * sine * sine / 6));
    }

    /// <summary>The cosine and the sine of a latitude.</summary>
    private readonly record struct LatitudeDirection(double Cosine, double Sine)
    {
        public static LatitudeDirection FromDegrees(double latitude)
        {
            var (sine, cosine) = Math.SinCos(double.DegreesToRadians(latitude));
            return new LatitudeDirection(cosine, sine);
        }

        /// <summary>A latitude nearby needs no trigonometric functions: the angle is turned by the difference.</summary>
        /// <param name="latitude">The other latitude in degrees.</param>
        /// <param name="difference">The difference to it in degrees.</param>
        public LatitudeDirection MoveTo(double latitude, double difference)
        {
            if (Math.Abs(difference) >= SmallAngle)
            {
                return FromDegrees(latitude);
            }

            var angle = double.DegreesToRadians(difference);
            var cosine = 1 - (angle * angle / 2);
            var sine = angle - (angle * angle * angle / 6);
            return new LatitudeDirection((Cosine * cosine) - (Sine * sine), (Sine * cosine) + (Cosine * sine));
        }
    }
}
