namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>
/// A made-up road ride of 40 minutes in the hills north of Lake Annecy. Only arithmetic that gives the same bits on every machine is used
/// (no sine), so that the file can be compared byte by byte.
/// </summary>
internal static class MorningRide
{
    private const int SecondsBetweenPoints = 5;
    private const double MetresPerDegree = 111_195;
    private const double CosineOfLatitude = 0.6957;
    private const double Mass = 83;
    private const double Gravity = 9.81;
    private const double Rolling = 0.006;
    private const double Drag = 0.23;
    private const double CoastingSpeed = 7.8;

    /// <summary>Villages and bends of the loop, connected by a smooth curve.</summary>
    private static readonly (double Latitude, double Longitude)[] Bends =
    [
        (45.9068, 6.1452), (45.9121, 6.1421), (45.9167, 6.1437), (45.9215, 6.1404), (45.9262, 6.1433), (45.9318, 6.1409), (45.9361, 6.1446),
        (45.9397, 6.1502), (45.9389, 6.1571), (45.9421, 6.1627), (45.9406, 6.1688), (45.9432, 6.1752), (45.9411, 6.1818), (45.9363, 6.1842),
        (45.9331, 6.1801), (45.9287, 6.1829), (45.9249, 6.1786), (45.9206, 6.1798), (45.9172, 6.1741), (45.9128, 6.1732), (45.9107, 6.1667),
        (45.9073, 6.1631), (45.9081, 6.1569), (45.9049, 6.1521),
    ];

    /// <summary>Altitude over distance, in meters: flat, one climb, and a descent.</summary>
    private static readonly (double Distance, double Altitude)[] Profile =
        [(0, 452), (1800, 460), (3200, 478), (7000, 664), (7600, 668), (11_000, 492), (12_500, 461), (20_000, 452)];

    public static byte[] ToBytes() => Write(Ride(Loop()));

    private static byte[] Write(List<Point> points)
    {
        var half = points.Count / 2;
        var builder = FitBuilder.NewActivity(productName: "StravaTools sample");
        WriteTimerEvent(builder, FitBuilder.Start, eventType: 0);
        builder.Define(1, FitBuilder.Record, Record(points[0]));
        WriteLap(builder, points, 0, half, index: 0);
        WriteLap(builder, points, half, points.Count - 1, index: 1);
        builder.Data(1, Record(points[^1]));
        var end = FitBuilder.Start + (uint)points[^1].Second;
        WriteTimerEvent(builder, end, eventType: 4);
        builder.Message(
            FitBuilder.Session,
            [
                .. Summary(points, 0, points.Count - 1), new(5, FitType.Enum, 2), new(6, FitType.Enum, 7), new(26, FitType.UInt16, 2),
                new(22, FitType.UInt16, Ascent(points, 0, points.Count - 1)),
                    new(57, FitType.SInt8, points.Average(point => point.Temperature)),
                new(16, FitType.UInt8, points.Average(point => point.HeartRate)),
                    new(18, FitType.UInt8, points.Average(point => point.Cadence)),
            ]);
        return builder.Message(
            FitBuilder.Activity,
            FitFields.Timestamp(end),
            FitFields.LocalTimestamp(end + 7200),
            new(0, FitType.UInt32, points[^1].Second * 1000),
            new(1, FitType.UInt16, 1),
            new(2, FitType.Enum, 0),
            new(3, FitType.Enum, 26),
            new(4, FitType.Enum, 1)).ToBytes();
    }

    private static void WriteTimerEvent(FitBuilder builder, uint timestamp, int eventType) => builder.Message(
        FitBuilder.Event, FitFields.Timestamp(timestamp), new(0, FitType.Enum, 0), new(1, FitType.Enum, eventType),
        new(3, FitType.UInt32, 0));

    /// <summary>The points from the first up to but not including the last, and their lap.</summary>
    private static void WriteLap(FitBuilder builder, List<Point> points, int from, int to, int index)
    {
        foreach (var point in points[from..to])
        {
            builder.Data(1, Record(point));
        }

        builder.Message(
            FitBuilder.Lap,
            [.. Summary(points, from, to), new(21, FitType.UInt16, Ascent(points, from, to)), new(254, FitType.UInt16, index)]);
    }

    /// <summary>The fields that laps and sessions have in common.</summary>
    private static FitValue[] Summary(List<Point> points, int from, int to)
    {
        var milliseconds = (points[to].Second - points[from].Second) * 1000;
        return
        [
            FitFields.Timestamp(FitBuilder.Start + (uint)points[to].Second), new(2, FitType.UInt32, FitBuilder.Start + points[from].Second),
            new(7, FitType.UInt32, milliseconds), new(8, FitType.UInt32, milliseconds),
            new(9, FitType.UInt32, (points[to].Distance - points[from].Distance) * 100), new(11, FitType.UInt16, milliseconds / 6000),
        ];
    }

    private static FitValue[] Record(Point point) =>
    [
        FitFields.Timestamp(FitBuilder.Start + (uint)point.Second), FitFields.Latitude(point.Latitude),
            FitFields.Longitude(point.Longitude),
        FitFields.EnhancedAltitude(point.Altitude), FitFields.Distance(point.Distance), FitFields.EnhancedSpeed(point.Speed),
        FitFields.HeartRate((int)point.HeartRate), FitFields.Cadence((int)point.Cadence), FitFields.Power((int)point.Power),
        FitFields.Temperature((int)point.Temperature),
    ];

    private static double Ascent(List<Point> points, int from, int to)
    {
        var ascent = 0.0;
        for (var i = from + 1; i <= to; i++)
        {
            ascent += Math.Max(0, points[i].Altitude - points[i - 1].Altitude);
        }

        return ascent;
    }

    /// <summary>Rides the loop second by second: power against gravity, rolling, and air; the heart follows the power slowly.</summary>
    private static List<Point> Ride(List<(double Distance, double Latitude, double Longitude)> loop)
    {
        var points = new List<Point>();
        var (distance, speed, heartRate, place) = (0.0, 2.0, 96.0, 0);
        for (var second = 0; distance < loop[^1].Distance; second++)
        {
            var slope = (AltitudeAt(distance + 15) - AltitudeAt(distance - 15)) / 30;
            var isCoasting = slope < -0.035 && speed > CoastingSpeed;
            var effort = (18 * Wave(second, 47)) + (11 * Wave(second, 19)) + (9 * Wave(second, 233));
            var power = isCoasting ? 0 : Math.Max(45, 104 + (1500 * slope) + effort);
            var braking = isCoasting ? 6 * (speed - CoastingSpeed) : 0;
            var resistance = (Mass * Gravity * (Rolling + slope)) + (Drag * speed * speed) + braking;
            speed = Math.Max(1.5, speed + ((Math.Min(power / speed, 160) - resistance) / Mass));
            heartRate += (88 + (0.31 * power) + (second / 200.0) - heartRate) / 35;
            while (place < loop.Count - 2 && loop[place + 1].Distance <= distance)
            {
                place++;
            }

            if (second % SecondsBetweenPoints == 0)
            {
                var (latitude, longitude) = Between(loop[place], loop[place + 1], distance);
                var cadence = isCoasting ? 0 : 84 - (150 * Math.Max(0, slope)) + (4 * Wave(second, 61));
                var temperature = 14 + (second / 800.0) - ((AltitudeAt(distance) - 452) / 110);
                points.Add(new(second, latitude, longitude, AltitudeAt(distance), distance, speed, heartRate, cadence, power, temperature));
            }

            distance += speed;
        }

        return points;
    }

    private static (double Latitude, double Longitude) Between(
        (double Distance, double Latitude, double Longitude) a, (double Distance, double Latitude, double Longitude) b, double distance)
    {
        var part = (distance - a.Distance) / (b.Distance - a.Distance);
        return (a.Latitude + (part * (b.Latitude - a.Latitude)), a.Longitude + (part * (b.Longitude - a.Longitude)));
    }

    private static double AltitudeAt(double distance)
    {
        var i = 0;
        while (i < Profile.Length - 2 && Profile[i + 1].Distance < distance)
        {
            i++;
        }

        var part = Math.Clamp((distance - Profile[i].Distance) / (Profile[i + 1].Distance - Profile[i].Distance), 0, 1);
        var smooth = part * part * (3 - (2 * part));
        var hump = 3.0 * Wave(distance, 760) * part * (1 - part);
        return Profile[i].Altitude + (((0.6 * part) + (0.4 * smooth)) * (Profile[i + 1].Altitude - Profile[i].Altitude)) + hump;
    }

    /// <summary>A smooth wave between -1 and 1, much like a sine.</summary>
    private static double Wave(double at, double period)
    {
        var phase = (at / period) - Math.Floor(at / period);
        var x = (2 * phase) - 1;
        return 4 * x * (1 - Math.Abs(x));
    }

    /// <summary>A closed Catmull-Rom curve through the bends, as short straight pieces with the distance so far.</summary>
    private static List<(double Distance, double Latitude, double Longitude)> Loop()
    {
        const int Pieces = 60;
        var loop = new List<(double Distance, double Latitude, double Longitude)>();
        for (var i = 0; i <= Bends.Length * Pieces; i++)
        {
            var bend = i / Pieces;
            var part = (i % Pieces) / (double)Pieces;
            var latitude =
                Curve(part, BendAt(bend - 1).Latitude, BendAt(bend).Latitude, BendAt(bend + 1).Latitude, BendAt(bend + 2).Latitude);
            var longitude =
                Curve(part, BendAt(bend - 1).Longitude, BendAt(bend).Longitude, BendAt(bend + 1).Longitude, BendAt(bend + 2).Longitude);
            loop.Add((
                i == 0 ? 0 : loop[^1].Distance + Metres(loop[^1].Latitude - latitude, loop[^1].Longitude - longitude),
                latitude, longitude));
        }

        return loop;
    }

    private static (double Latitude, double Longitude) BendAt(int index) => Bends[(index + Bends.Length) % Bends.Length];

    private static double Curve(double t, double before, double from, double to, double after) => 0.5 * ((2 * from) + ((to - before) * t)
        + (((2 * before) - (5 * from) + (4 * to) - after) * t * t) + (((3 * from) - before - (3 * to) + after) * t * t * t));

    private static double Metres(double latitude, double longitude)
    {
        var north = latitude * MetresPerDegree;
        var east = longitude * MetresPerDegree * CosineOfLatitude;
        return Math.Sqrt((north * north) + (east * east));
    }

    private sealed record Point(
        int Second, double Latitude, double Longitude, double Altitude, double Distance, double Speed, double HeartRate, double Cadence,
        double Power,
        double Temperature);
}
