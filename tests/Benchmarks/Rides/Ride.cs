namespace Benchmarks.Rides;

/// <summary>One second of a ride.</summary>
internal readonly record struct RidePoint(
    int Second, double Latitude, double Longitude, double Altitude, double Distance, double Speed, int HeartRate, int Cadence, int Power,
    int Temperature);

/// <summary>A ride generated from a seed, with hills, corners, pedaling, and coasting, so that values vary realistically.</summary>
internal static class Ride
{
    public static readonly DateTime Start = new(2025, 6, 14, 6, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<RidePoint> Points(int seconds, int seed)
    {
        var random = new Random(seed);
        var (latitude, longitude, distance, altitude, heading, power) = (45.899, 6.129, 0.0, 447.0, 0.5, 180.0);
        for (var second = 0; second < seconds; second++)
        {
            heading += (random.NextDouble() - 0.5) * 0.1;
            power = Math.Clamp(power + ((random.NextDouble() - 0.5) * 40), 0, 600);
            var climb = Math.Sin(second / 700.0) * 0.3;
            var speed = Math.Clamp(8.5 - (climb * 9) + (random.NextDouble() * 0.4), 2, 16);
            distance += speed;
            altitude += climb;
            latitude += speed * Math.Cos(heading) / 111_320;
            longitude += speed * Math.Sin(heading) / 77_500;
            yield return new RidePoint(
                second, latitude, longitude, altitude, distance, speed, 120 + (int)(power / 12),
                power < 20 ? 0 : 80 + random.Next(15), (int)power, 18 + (second / 1800));
        }
    }
}
