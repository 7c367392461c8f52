namespace StravaTools.Activities.Formats.Fit;

/// <summary>The fields that are read or written, by message: their numbers, base types, and scales (profile 21.217).</summary>
internal static class FitFields
{
    private const double Milliseconds = 1000;
    private const double Centimeters = 100;

    /// <summary>The same field in every message except set.</summary>
    public static readonly FitFieldDefinition Timestamp = new(253, FitBaseType.UInt32);

    /// <summary>The same field in every message except set.</summary>
    public static readonly FitFieldDefinition MessageIndex = new(254, FitBaseType.UInt16);

    public static class FileId
    {
        public static readonly FitFieldDefinition Type = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition Manufacturer = new(1, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Product = new(2, FitBaseType.UInt16);
        public static readonly FitFieldDefinition TimeCreated = new(4, FitBaseType.UInt32);
        public static readonly FitFieldDefinition ProductName = new(8, FitBaseType.String);
    }

    public static class Sport
    {
        public static readonly FitFieldDefinition SportType = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition SubSport = new(1, FitBaseType.Enum);
    }

    public static class Activity
    {
        public static readonly FitFieldDefinition TotalTimerTime = new(0, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition NumSessions = new(1, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Type = new(2, FitBaseType.Enum);
        public static readonly FitFieldDefinition Event = new(3, FitBaseType.Enum);
        public static readonly FitFieldDefinition EventType = new(4, FitBaseType.Enum);
        public static readonly FitFieldDefinition LocalTimestamp = new(5, FitBaseType.UInt32);
    }

    public static class Session
    {
        public static readonly FitFieldDefinition Event = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition EventType = new(1, FitBaseType.Enum);
        public static readonly FitFieldDefinition StartTime = new(2, FitBaseType.UInt32);
        public static readonly FitFieldDefinition Sport = new(5, FitBaseType.Enum);
        public static readonly FitFieldDefinition SubSport = new(6, FitBaseType.Enum);
        public static readonly FitFieldDefinition TotalElapsedTime = new(7, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalTimerTime = new(8, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalDistance = new(9, FitBaseType.UInt32, Centimeters);
        public static readonly FitFieldDefinition TotalCycles = new(10, FitBaseType.UInt32);
        public static readonly FitFieldDefinition TotalCalories = new(11, FitBaseType.UInt16);
        public static readonly FitFieldDefinition AvgSpeed = new(14, FitBaseType.UInt16, 1000);
        public static readonly FitFieldDefinition MaxSpeed = new(15, FitBaseType.UInt16, 1000);
        public static readonly FitFieldDefinition AvgHeartRate = new(16, FitBaseType.UInt8);
        public static readonly FitFieldDefinition AvgCadence = new(18, FitBaseType.UInt8);
        public static readonly FitFieldDefinition TotalAscent = new(22, FitBaseType.UInt16);
        public static readonly FitFieldDefinition TotalDescent = new(23, FitBaseType.UInt16);
        public static readonly FitFieldDefinition NumLaps = new(26, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Trigger = new(28, FitBaseType.Enum);
        public static readonly FitFieldDefinition PoolLength = new(44, FitBaseType.UInt16, Centimeters);
        public static readonly FitFieldDefinition PoolLengthUnit = new(46, FitBaseType.Enum);
        public static readonly FitFieldDefinition TotalWork = new(48, FitBaseType.UInt32);
        public static readonly FitFieldDefinition AvgTemperature = new(57, FitBaseType.SInt8);
        public static readonly FitFieldDefinition EnhancedAvgSpeed = new(124, FitBaseType.UInt32, 1000);
        public static readonly FitFieldDefinition EnhancedMaxSpeed = new(125, FitBaseType.UInt32, 1000);

        /// <summary>Stored in tenths of a millimeter.</summary>
        public static readonly FitFieldDefinition AvgStepLength = new(134, FitBaseType.UInt16, 10_000);
    }

    public static class Lap
    {
        public static readonly FitFieldDefinition Event = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition EventType = new(1, FitBaseType.Enum);
        public static readonly FitFieldDefinition StartTime = new(2, FitBaseType.UInt32);
        public static readonly FitFieldDefinition TotalElapsedTime = new(7, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalTimerTime = new(8, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalDistance = new(9, FitBaseType.UInt32, Centimeters);
        public static readonly FitFieldDefinition TotalCalories = new(11, FitBaseType.UInt16);
        public static readonly FitFieldDefinition TotalAscent = new(21, FitBaseType.UInt16);
    }

    public static class Record
    {
        /// <summary>The speed in <see cref="CompressedSpeedDistance"/>.</summary>
        public const double CompressedSpeedScale = 100;

        /// <summary>The distance in <see cref="CompressedSpeedDistance"/>.</summary>
        public const double CompressedDistanceScale = 16;

        /// <summary>In semicircles; see <see cref="FitSemicircles"/>.</summary>
        public static readonly FitFieldDefinition PositionLat = new(0, FitBaseType.SInt32);

        /// <summary>In semicircles; see <see cref="FitSemicircles"/>.</summary>
        public static readonly FitFieldDefinition PositionLong = new(1, FitBaseType.SInt32);

        public static readonly FitFieldDefinition Altitude = new(2, FitBaseType.UInt16, 5, 500);
        public static readonly FitFieldDefinition HeartRate = new(3, FitBaseType.UInt8);
        public static readonly FitFieldDefinition Cadence = new(4, FitBaseType.UInt8);
        public static readonly FitFieldDefinition Distance = new(5, FitBaseType.UInt32, Centimeters);
        public static readonly FitFieldDefinition Speed = new(6, FitBaseType.UInt16, 1000);
        public static readonly FitFieldDefinition Power = new(7, FitBaseType.UInt16);
        public static readonly FitFieldDefinition CompressedSpeedDistance = new(8, FitBaseType.Byte);
        public static readonly FitFieldDefinition Temperature = new(13, FitBaseType.SInt8);
        public static readonly FitFieldDefinition Cadence256 = new(52, FitBaseType.UInt16, 256);
        public static readonly FitFieldDefinition EnhancedSpeed = new(73, FitBaseType.UInt32, 1000);
        public static readonly FitFieldDefinition EnhancedAltitude = new(78, FitBaseType.UInt32, 5, 500);
    }

    public static class Event
    {
        public static readonly FitFieldDefinition EventKind = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition EventType = new(1, FitBaseType.Enum);
        public static readonly FitFieldDefinition Data16 = new(2, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Data = new(3, FitBaseType.UInt32);
    }

    public static class Length
    {
        public static readonly FitFieldDefinition Event = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition EventType = new(1, FitBaseType.Enum);
        public static readonly FitFieldDefinition StartTime = new(2, FitBaseType.UInt32);
        public static readonly FitFieldDefinition TotalElapsedTime = new(3, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalTimerTime = new(4, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition TotalStrokes = new(5, FitBaseType.UInt16);
        public static readonly FitFieldDefinition SwimStroke = new(7, FitBaseType.Enum);
        public static readonly FitFieldDefinition LengthType = new(12, FitBaseType.Enum);
    }

    public static class Hr
    {
        public static readonly FitFieldDefinition FractionalTimestamp = new(0, FitBaseType.UInt16, 32768);
        public static readonly FitFieldDefinition FilteredBpm = new(6, FitBaseType.UInt8);

        /// <summary>The strap's own clock.</summary>
        public static readonly FitFieldDefinition EventTimestamp = new(9, FitBaseType.UInt32, 1024);

        /// <summary>The low 12 bits of <see cref="EventTimestamp"/>, two of them in three bytes.</summary>
        public static readonly FitFieldDefinition EventTimestamp12 = new(10, FitBaseType.Byte);
    }

    public static class Split
    {
        public static readonly FitFieldDefinition SplitType = new(0, FitBaseType.Enum);
        public static readonly FitFieldDefinition TotalElapsedTime = new(1, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition StartTime = new(9, FitBaseType.UInt32);
    }

    public static class Set
    {
        public static readonly FitFieldDefinition Duration = new(0, FitBaseType.UInt32, Milliseconds);
        public static readonly FitFieldDefinition Repetitions = new(3, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Weight = new(4, FitBaseType.UInt16, 16);
        public static readonly FitFieldDefinition SetType = new(5, FitBaseType.UInt8);
        public static readonly FitFieldDefinition StartTime = new(6, FitBaseType.UInt32);
        public static readonly FitFieldDefinition Category = new(7, FitBaseType.UInt16);
        public static readonly FitFieldDefinition CategorySubtype = new(8, FitBaseType.UInt16);
        public static readonly FitFieldDefinition MessageIndex = new(10, FitBaseType.UInt16);
        public static readonly FitFieldDefinition Timestamp = new(254, FitBaseType.UInt32);
    }

    public static class DeveloperDataId
    {
        public static readonly FitFieldDefinition ApplicationId = new(1, FitBaseType.Byte);
        public static readonly FitFieldDefinition DeveloperDataIndex = new(3, FitBaseType.UInt8);
    }

    public static class FieldDescription
    {
        public static readonly FitFieldDefinition DeveloperDataIndex = new(0, FitBaseType.UInt8);
        public static readonly FitFieldDefinition FieldDefinitionNumber = new(1, FitBaseType.UInt8);
        public static readonly FitFieldDefinition FitBaseTypeId = new(2, FitBaseType.UInt8);
        public static readonly FitFieldDefinition FieldName = new(3, FitBaseType.String);
        public static readonly FitFieldDefinition Scale = new(6, FitBaseType.UInt8);
        public static readonly FitFieldDefinition Offset = new(7, FitBaseType.SInt8);
        public static readonly FitFieldDefinition Units = new(8, FitBaseType.String);
        public static readonly FitFieldDefinition NativeMesgNum = new(14, FitBaseType.UInt16);
        public static readonly FitFieldDefinition NativeFieldNum = new(15, FitBaseType.UInt8);
    }
}
