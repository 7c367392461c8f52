using System.Collections.Frozen;
using StravaTools.Activities.Formats.Xml;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>The elements and attributes of TCX v2 and of Garmin's ActivityExtension v2 that are read (strava-uploads.md, "TCX").</summary>
internal static class TcxNames
{
    public const string Root = "TrainingCenterDatabase";
    public const string Activity = "Activity";
    public const string Course = "Course";
    public const string Sport = "Sport";
    public const string Id = "Id";
    public const string Name = "Name";
    public const string Notes = "Notes";
    public const string Creator = "Creator";
    public const string Lap = "Lap";
    public const string StartTime = "StartTime";
    public const string TotalTimeSeconds = "TotalTimeSeconds";
    public const string DistanceMeters = "DistanceMeters";
    public const string Calories = "Calories";
    public const string Trackpoint = "Trackpoint";
    public const string Time = "Time";
    public const string Position = "Position";
    public const string LatitudeDegrees = "LatitudeDegrees";
    public const string LongitudeDegrees = "LongitudeDegrees";
    public const string AltitudeMeters = "AltitudeMeters";
    public const string HeartRateBpm = "HeartRateBpm";
    public const string Value = "Value";
    public const string Cadence = "Cadence";
    public const string Extensions = "Extensions";
    public const string RunCadence = "RunCadence";
    public const string Watts = "Watts";
    public const string Speed = "Speed";
    public const string SensorState = "SensorState";

    private static readonly FrozenDictionary<string, TcxElement> Elements = new Dictionary<string, TcxElement>(StringComparer.Ordinal)
    {
        [Root] = TcxElement.Root,
        [Activity] = TcxElement.Activity,
        [Course] = TcxElement.Course,
        [Name] = TcxElement.Name,
        [Notes] = TcxElement.Notes,
        [Creator] = TcxElement.Creator,
        [Lap] = TcxElement.Lap,
        [TotalTimeSeconds] = TcxElement.TotalTimeSeconds,
        [DistanceMeters] = TcxElement.DistanceMeters,
        [Calories] = TcxElement.Calories,
        [Trackpoint] = TcxElement.Trackpoint,
        [Time] = TcxElement.Time,
        [Position] = TcxElement.Position,
        [LatitudeDegrees] = TcxElement.LatitudeDegrees,
        [LongitudeDegrees] = TcxElement.LongitudeDegrees,
        [AltitudeMeters] = TcxElement.AltitudeMeters,
        [HeartRateBpm] = TcxElement.HeartRateBpm,
        [Value] = TcxElement.Value,
        [Cadence] = TcxElement.Cadence,
        [Extensions] = TcxElement.Extensions,
        [RunCadence] = TcxElement.RunCadence,
        [Watts] = TcxElement.Watts,
        [Speed] = TcxElement.Speed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static XmlVocabulary Vocabulary { get; } = new(name => (int)KindOf(name), (int)TcxElement.Trackpoint, Elements.Keys);

    /// <summary>The elements of a trackpoint that contain a value. All but the state of the sensor are read.</summary>
    public static FrozenSet<string> OfTrackpoint { get; } = new[]
    {
        Time, LatitudeDegrees, LongitudeDegrees, AltitudeMeters, DistanceMeters, HeartRateBpm, Cadence, SensorState,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The elements of extensions that are read. Garmin's schema has RunCadence and Watts, and Strava's document runcadence and watts.
    /// Programs follow either, so case is ignored.
    /// </summary>
    public static FrozenSet<string> ReadInExtensions { get; } =
        new[] { RunCadence, Cadence, Watts, Speed }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The elements of a trackpoint that contain optional numbers.</summary>
    public static FrozenSet<string> Numbers { get; } =
        ReadInExtensions.Concat([AltitudeMeters, DistanceMeters, Value]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Attributes of laps, and of elements in trackpoints, that Garmin's schemas define.</summary>
    public static FrozenSet<string> Attributes { get; } = new[] { StartTime, "CadenceSensor" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The elements of a lap that contain numbers.</summary>
    public static FrozenSet<string> NumbersOfLap { get; } =
        new[] { TotalTimeSeconds, DistanceMeters, Calories }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static TcxElement KindOf(string name) => Elements.GetValueOrDefault(name);
}
