namespace StravaTools.Activities.Formats;

/// <summary>Parts of an activity that some formats have no place for. All formats have time and heart rate.</summary>
[Flags]
internal enum ActivityParts
{
    None = 0,
    PointsWithoutPosition = 1,
    PointsWithoutTime = 1 << 1,
    Position = 1 << 2,
    Altitude = 1 << 3,
    Distance = 1 << 4,
    Speed = 1 << 5,
    Cadence = 1 << 6,
    Power = 1 << 7,
    Temperature = 1 << 8,
    Laps = 1 << 9,
    PoolLengths = 1 << 10,
    Sets = 1 << 11,
    Rests = 1 << 12,
    Splits = 1 << 13,
    TimerEvents = 1 << 14,
    HeartRateSamples = 1 << 15,
    CustomFields = 1 << 16,
    Name = 1 << 17,
    Calories = 1 << 18,
    TotalAscent = 1 << 19,
    TimerTime = 1 << 20,
    Figures = 1 << 21,
    PoolSize = 1 << 22,
    UtcOffset = 1 << 23,
    TimeOutsidePoints = 1 << 24,
    All = (1 << 25) - 1,
}
