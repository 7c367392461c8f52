namespace StravaTools.Activities.Tests.Formats.Fit;

/// <summary>Fields with their number, type, and scale from the FIT profile.</summary>
internal static class FitFields
{
    public static FitValue Timestamp(uint? value) => new(253, FitType.UInt32, value);

    public static FitValue Latitude(double degrees) => new(0, FitType.SInt32, Semicircles(degrees));

    public static FitValue Longitude(double degrees) => new(1, FitType.SInt32, Semicircles(degrees));

    public static FitValue Altitude(double? metres) => new(2, FitType.UInt16, (metres + 500) * 5);

    public static FitValue EnhancedAltitude(double? metres) => new(78, FitType.UInt32, (metres + 500) * 5);

    public static FitValue HeartRate(int? value) => new(3, FitType.UInt8, value);

    public static FitValue Cadence(int? value) => new(4, FitType.UInt8, value);

    public static FitValue Distance(double metres) => new(5, FitType.UInt32, metres * 100);

    public static FitValue Speed(double? metresPerSecond) => new(6, FitType.UInt16, metresPerSecond * 1000);

    public static FitValue EnhancedSpeed(double? metresPerSecond) => new(73, FitType.UInt32, metresPerSecond * 1000);

    public static FitValue Power(int? watts) => new(7, FitType.UInt16, watts);

    public static FitValue Temperature(int? celsius) => new(13, FitType.SInt8, celsius);

    /// <summary>12 bits of speed in hundredths, 12 of distance in sixteenths.</summary>
    public static FitValue CompressedSpeedDistance(int speed, int distance) =>
        new(8, FitType.Byte, new[] { (byte)speed, (byte)((speed >> 8) | (distance << 4)), (byte)(distance >> 4) });

    public static FitValue SessionSport(int? value) => new(5, FitType.Enum, value);

    public static FitValue SessionSubSport(int? value) => new(6, FitType.Enum, value);

    public static FitValue TotalElapsedTime(double? seconds) => new(7, FitType.UInt32, seconds * 1000);

    public static FitValue LocalTimestamp(uint value) => new(5, FitType.UInt32, value);

    /// <summary>A developer field: its number, type, and developer are in a field_description.</summary>
    public static FitValue Developer(byte number, FitType type, object? value, byte developerDataIndex = 0) =>
        new(number, type, value, developerDataIndex);

    /// <summary>The fields of a field_description message.</summary>
    public static FitValue[] Description(byte number, FitType type, string name, string? units = null, byte developerDataIndex = 0) =>
    [
        new(0, FitType.UInt8, developerDataIndex), new(1, FitType.UInt8, number), new(2, FitType.UInt8, (byte)type),
        new(3, FitType.String, name), new(8, FitType.String, units ?? ""),
    ];

    private static int Semicircles(double degrees) => (int)Math.Round(degrees * 0x80000000 / 180);
}
