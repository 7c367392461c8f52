namespace StravaTools.Activities.Formats.Fit;

/// <summary>The fields of those messages, by number.</summary>
internal static class FitFields
{
    /// <summary>The same in every message but set, which has it at 254.</summary>
    public const byte Timestamp = 253;

    public static class FileId
    {
        public const byte Type = 0, Manufacturer = 1, Product = 2, TimeCreated = 4, ProductName = 8;
    }

    public static class Sport
    {
        public const byte SportType = 0, SubSport = 1;
    }

    public static class Activity
    {
        public const byte LocalTimestamp = 5;
    }

    public static class Session
    {
        public const byte StartTime = 2, Sport = 5, SubSport = 6, TotalElapsedTime = 7, TotalTimerTime = 8, TotalDistance = 9, TotalCycles = 10,
            TotalCalories = 11, AvgSpeed = 14, MaxSpeed = 15, AvgHeartRate = 16, AvgCadence = 18, TotalAscent = 22, TotalDescent = 23, NumLaps = 26,
            PoolLength = 44, TotalWork = 48, AvgTemperature = 57, EnhancedAvgSpeed = 124, EnhancedMaxSpeed = 125, AvgStepLength = 134;
    }

    public static class Lap
    {
        public const byte StartTime = 2, TotalElapsedTime = 7, TotalTimerTime = 8, TotalDistance = 9, TotalCalories = 11, TotalAscent = 21;
    }

    public static class Record
    {
        public const byte PositionLat = 0, PositionLong = 1, Altitude = 2, HeartRate = 3, Cadence = 4, Distance = 5, Speed = 6, Power = 7,
            CompressedSpeedDistance = 8, Temperature = 13, EnhancedSpeed = 73, EnhancedAltitude = 78;
    }

    public static class Event
    {
        public const byte EventKind = 0, EventType = 1, Data16 = 2, Data = 3;
    }

    public static class Length
    {
        public const byte EventType = 1, StartTime = 2, TotalElapsedTime = 3, TotalTimerTime = 4, TotalStrokes = 5, SwimStroke = 7, LengthType = 12;
    }

    public static class Hr
    {
        public const byte FractionalTimestamp = 0, FilteredBpm = 6, EventTimestamp = 9, EventTimestamp12 = 10;
    }

    public static class Split
    {
        public const byte SplitType = 0, TotalElapsedTime = 1, StartTime = 9;
    }

    public static class Set
    {
        public const byte Duration = 0, Repetitions = 3, Weight = 4, SetType = 5, StartTime = 6, Category = 7, CategorySubtype = 8;
    }

    public static class FieldDescription
    {
        public const byte DeveloperDataIndex = 0, FieldDefinitionNumber = 1, FitBaseTypeId = 2, FieldName = 3, Scale = 6, Offset = 7, Units = 8;
    }
}
