namespace Benchmarks.Rides;

/// <summary>Rides in the layouts of a Garmin Edge with a power meter and a Wahoo ELEMNT.</summary>
internal static class FitRides
{
    private const byte Enum = 0x00, SInt8 = 0x01, UInt8 = 0x02, SInt16 = 0x83, UInt16 = 0x84, SInt32 = 0x85, UInt32 = 0x86, UInt32z = 0x8C;
    private const uint FirstSecond = 1_118_815_200;

    /// <summary>Rides of one to five hours, alternately Garmin and Wahoo, up to the size.</summary>
    public static IReadOnlyList<byte[]> Mix(int size)
    {
        var rides = new List<byte[]>();
        for (var seed = 1; rides.Sum(ride => (long)ride.Length) < size; seed++)
        {
            var seconds = 3600 + (seed * 2711 % 14_400);
            rides.Add(seed % 2 == 0 ? Garmin(seconds, seed) : Wahoo(seconds, seed));
        }

        return rides;
    }

    /// <summary>24 fields per second, and other messages every few seconds.</summary>
    public static byte[] Garmin(int seconds, int seed)
    {
        var file = Begin(manufacturer: 1, product: 3843);
        file.Define(
            2, 20,
            (253, 4, UInt32), (0, 4, SInt32), (1, 4, SInt32), (5, 4, UInt32), (29, 4, UInt32), (73, 4, UInt32), (78, 4, UInt32),
                (7, 2, UInt16),
            (87, 2, UInt16), (108, 2, UInt16), (3, 1, UInt8), (4, 1, UInt8), (13, 1, SInt8), (30, 1, UInt8), (43, 1, UInt8), (44, 1, UInt8),
            (45, 1, UInt8), (46, 1, UInt8), (53, 1, UInt8), (90, 1, SInt8), (107, 1, UInt8), (134, 1, UInt8), (135, 1, UInt8),
                (143, 1, UInt8));
        file.Define(3, 104, (253, 4, UInt32), (0, 2, UInt16), (1, 2, SInt16), (2, 1, UInt8), (3, 1, SInt8));
        var (energy, distance) = (0L, 0.0);
        foreach (var point in Ride.Points(seconds, seed))
        {
            energy += point.Power;
            distance = point.Distance;
            Place(file.Data(2).U32(FirstSecond + point.Second), point).U32((long)(point.Distance * 100)).U32(energy)
                .U32((long)(point.Speed * 1000)).U32((long)((point.Altitude + 500) * 5)).U16(point.Power).U16(0).U16(2550)
                .U8(point.HeartRate).U8(point.Cadence).U8(point.Temperature).U8(0xB2).U8(140).U8(150).U8(40).U8(42).U8(64).U8(3).U8(0)
                    .U8(87).U8(100).U8(97);
            if (point.Second % 60 == 59)
            {
                file.Data(3).U32(FirstSecond + point.Second).U16(4012).U16(0).U8(90).U8(24);
            }
        }

        return End(file, seconds, distance);
    }

    /// <summary>21 fields per second.</summary>
    public static byte[] Wahoo(int seconds, int seed)
    {
        var file = Begin(manufacturer: 32, product: 31);
        file.Define(
            2, 20,
            (253, 4, UInt32), (0, 4, SInt32), (1, 4, SInt32), (5, 4, UInt32), (2, 2, UInt16), (6, 2, UInt16), (9, 2, SInt16),
                (7, 2, UInt16),
            (32, 2, SInt16), (33, 2, UInt16), (39, 2, UInt16), (19, 2, UInt16), (3, 1, UInt8), (4, 1, UInt8), (13, 1, SInt8),
                (31, 1, UInt8),
            (81, 1, UInt8), (43, 1, UInt8), (44, 1, UInt8), (30, 1, UInt8), (47, 1, UInt8));
        var distance = 0.0;
        foreach (var point in Ride.Points(seconds, seed))
        {
            distance = point.Distance;
            Place(file.Data(2).U32(FirstSecond + point.Second), point).U32((long)(point.Distance * 100))
                .U16((int)((point.Altitude + 500) * 5))
                .U16((int)(point.Speed * 1000)).U16(150).U16(point.Power).U16(12).U16(point.Second / 60).U16(900).U16(44)
                .U8(point.HeartRate).U8(point.Cadence).U8(point.Temperature).U8(5).U8(88).U8(120).U8(118).U8(0xB1).U8(66);
        }

        return End(file, seconds, distance);
    }

    private static FitFile Begin(int manufacturer, int product)
    {
        var file = new FitFile();
        file.Define(0, 0, (3, 4, UInt32z), (4, 4, UInt32), (1, 2, UInt16), (2, 2, UInt16), (0, 1, Enum));
        file.Data(0).U32(3_999_123).U32(FirstSecond).U16(manufacturer).U16(product).U8(4);
        file.Define(1, 21, (253, 4, UInt32), (3, 4, UInt32), (0, 1, Enum), (1, 1, Enum));
        file.Data(1).U32(FirstSecond).U32(0).U8(0).U8(0);
        return file;
    }

    private static FitFile Place(FitFile file, RidePoint point) => file.U32(Semicircles(point.Latitude)).U32(Semicircles(point.Longitude));

    private static byte[] End(FitFile file, int seconds, double distance)
    {
        var end = FirstSecond + seconds;
        file.Data(1).U32(end).U32(0).U8(0).U8(4);
        foreach (var (local, message) in ((int Local, ushort Message)[])[(4, 19), (5, 18)])
        {
            file.Define(local, message, (253, 4, UInt32), (2, 4, UInt32), (7, 4, UInt32), (8, 4, UInt32), (9, 4, UInt32), (5, 1, Enum),
                (6, 1, Enum));
            file.Data(local).U32(end).U32(FirstSecond).U32(seconds * 1000L).U32(seconds * 1000L).U32((long)(distance * 100)).U8(2).U8(7);
        }

        file.Define(6, 34, (253, 4, UInt32), (0, 4, UInt32), (5, 4, UInt32), (1, 2, UInt16), (2, 1, Enum));
        file.Data(6).U32(end).U32(seconds * 1000L).U32(end + 7200).U16(1).U8(0);
        return file.ToBytes();
    }

    private static long Semicircles(double degrees) => (long)(degrees * 0x80000000 / 180);
}
